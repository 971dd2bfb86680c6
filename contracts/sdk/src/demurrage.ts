/**
 * Demurrage to the unit, by the same integer steps as contracts/libraries/Demurrage.sol. The exponent counts log2 of the decay
 * in units of 2^-32.
 */
const one = 1n << 96n;
const ln2 = 12_786_308_645_202_655_660n;
const slack = 16n;
const short = 1n << 21n;

/** 2^-(1/2), 2^-(1/4) ... 2^-(1/64), with 96 fractional bits, rounded down; for the six highest bits of the fraction. */
const roots = [
  [0x80000000n, 0xb504f333f9de6484597d89b3n],
  [0x40000000n, 0xd744fccad69d6af439a68bb9n],
  [0x20000000n, 0xeac0c6e7dd24392ed02d75b3n],
  [0x10000000n, 0xf5257d152486cc2c7b9d0c7an],
  [0x08000000n, 0xfa83b2db722a033a7c25bb14n],
  [0x04000000n, 0xfd3e0c0cf486c174853f3a59n],
] as const;

/**
 * Base units that a balance loses over an exponent, rounded against the holder.
 * @example
 * demurrageOf(100_000_000n, 1n << 32n) // about half: 50_000_001n or one less
 */
export function demurrageOf(balance: bigint, exponent: bigint): bigint {
  if (exponent <= 0n || balance <= 0n) return 0n;
  return balance - ((balance * factorOf(exponent)) >> 96n);
}

/**
 * 2^-(exponent / 2^32) with 96 fractional bits, never above the true value.
 * @param exponent above 0
 * @example
 * factorOf(1n << 32n) >> 95n // 0n: just below one half
 */
export function factorOf(exponent: bigint): bigint {
  if (exponent < short) {
    const y = exponent * ln2;
    const kept = one - ((y * (one - y / 3n)) >> 97n);
    return one - slack - ((y * kept) >> 96n);
  }
  const y = (exponent & 0x03ffffffn) * ln2;
  let result = one - y / 5n;
  result = one - ((y * result) >> 98n);
  result = one - ((y * result) >> 96n) / 3n;
  result = one - ((y * result) >> 97n);
  result = one - ((y * result) >> 96n);
  for (const [bit, root] of roots) if ((exponent & bit) !== 0n) result = (result * root) >> 96n;
  return (result - slack) >> (exponent >> 32n);
}

/**
 * The daily exponent of a yearly rate in basis points: what `RateSet` carries. 700 is 7 % a year.
 * @example
 * dailyRateOf(700) // 1_231_978
 */
export function dailyRateOf(yearlyBps: number): number {
  return Math.round((-Math.log2(1 - yearlyBps / 10_000) / 365) * 2 ** 32);
}

/**
 * A balance after days at a rate, as the ledger would write it on the next touch; debts do not decay.
 * @example
 * projectBalance({ balance: 100_000_000n, dailyRate: 1_231_978, days: 365 }) // about 93 PEER
 */
export function projectBalance(parameters: { balance: bigint; dailyRate: number; days: number }): bigint {
  const { balance, dailyRate, days } = parameters;
  return balance - demurrageOf(balance, BigInt(dailyRate) * BigInt(days));
}

/**
 * The present global exponent from the ledger's rate word: `exponent` as of `day`, advanced to `today`.
 * @example
 * exponentOn({ exponent: 0n, day: 20_000, dailyRate: 1_231_978, today: 20_001 }) // 1_231_978n
 */
export function exponentOn(parameters: {
  exponent: bigint;
  day: number;
  dailyRate: number;
  today: number;
}): bigint {
  const { exponent, day, dailyRate, today } = parameters;
  return exponent + BigInt(dailyRate) * BigInt(Math.max(0, today - day));
}
