/**
 * Effort classes: how long a task takes, as the poster states it. `log2` is what the unit price subtracts.
 * @example
 * effortClasses[1].name // "an hour"
 */
export const effortClasses = [
  { name: "a quarter of an hour", hours: 0.25, log2: -512, claimHours: 1 },
  { name: "an hour", hours: 1, log2: 0, claimHours: 4 },
  { name: "four hours", hours: 4, log2: 512, claimHours: 12 },
  { name: "a day", hours: 8, log2: 768, claimHours: 24 },
  { name: "a week", hours: 40, log2: 1362, claimHours: 72 },
] as const;

/**
 * A new skill's octiles: 1, 2, 4 ... 64 PEER an hour.
 * @example
 * bandOf(unitPriceOf(3_000_000n, 1), startOctiles) // 2
 */
export const startOctiles: readonly number[] = [0, 1, 2, 3, 4, 5, 6].map((i) => 5102 + 256 * i);

/**
 * log2 of a price in base units with 8 fractional bits, rounded down, by the contract's integer steps.
 * @throws RangeError when the price is not between 1 and 2^56 - 1
 * @example
 * log2Price(1_000_000n) // 5102: log2(1e6) is 19.93
 */
export function log2Price(price: bigint): number {
  if (price <= 0n || price >> 56n !== 0n) {
    throw new RangeError(`A price is between 1 and 2^56 - 1 base units; this is ${price}.`);
  }
  const n = price.toString(2).length - 1;
  let m = price << BigInt(127 - n);
  let result = n;
  for (let i = 0; i < 8; i++) {
    m = (m * m) >> 127n;
    result = 2 * result;
    if (m >> 128n !== 0n) {
      result += 1;
      m >>= 1n;
    }
  }
  return result;
}

/**
 * log2 of the price per hour, 8 fractional bits.
 * @throws RangeError for a price out of range or an unknown effort class
 * @example
 * unitPriceOf(4_000_000n, 2) === unitPriceOf(1_000_000n, 1)
 */
export function unitPriceOf(price: bigint, effort: number): number {
  const effortClass = effortClasses[effort];
  if (effortClass === undefined) throw new RangeError(`Effort classes are 0 to 4; this is ${effort}.`);
  return log2Price(price) - effortClass.log2;
}

/**
 * The price eighth a unit price falls in, 0 to 7: the number of octiles strictly below it.
 * @example
 * bandOf(5000, startOctiles) // 0
 */
export function bandOf(unitPrice: number, octiles: readonly number[]): number {
  const first = octiles.findIndex((octile) => unitPrice <= octile);
  return first < 0 ? octiles.length : first;
}

/**
 * What an accepted price teaches the octiles. `count` is the number of accepted prices before it.
 * @example
 * const { octiles, count } = learnPrice({ octiles: startOctiles, count: 0, unitPrice: 5400 });
 */
export function learnPrice(parameters: { octiles: readonly number[]; count: number; unitPrice: number }): {
  octiles: number[];
  count: number;
} {
  const { count, unitPrice } = parameters;
  const speed = count < 16 ? 8 : count < 64 ? 2 : 1;
  const octiles: number[] = [];
  parameters.octiles.forEach((octile, index) => {
    const i = index + 1;
    const moved =
      unitPrice > octile
        ? Math.min(0xffff, octile + 2 * i * speed)
        : Math.max(0, octile - 2 * (8 - i) * speed);
    octiles.push(Math.max(moved, octiles[index - 1] ?? 0));
  });
  return { octiles, count: Math.min(count + 1, 0xffffffff) };
}

/**
 * A price per hour in base units that has this log2, for showing octiles to people. Not exact; never use it in a payment.
 * @example
 * priceOfUnit(5102) // 999_... : about one PEER an hour
 */
export function priceOfUnit(unitPrice: number): bigint {
  return BigInt(Math.round(2 ** (unitPrice / 256)));
}
