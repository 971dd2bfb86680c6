// What time takes from a balance, to the unit.
import { dailyRateOf, demurrageOf } from "@peercommons/sdk";
import { Random } from "./random.ts";

export function demurrageVectors() {
  const random = new Random(4n);
  const daily = BigInt(dailyRateOf(700));
  const balances = [
    1n,
    2n,
    999_999n,
    1_000_000n,
    100_000_000n,
    2n ** 56n - 1n,
    2n ** 64n - 1n,
    2n ** 95n - 1n,
  ];
  const exponents = [
    1n,
    daily,
    2n * daily,
    30n * daily,
    365n * daily,
    1n << 22n,
    (1n << 22n) - 1n,
    (1n << 21n) - 1n,
    1n << 21n,
    1n << 26n,
    (1n << 26n) - 1n,
  ];
  exponents.push((1n << 32n) - 1n, 1n << 32n, 96n << 32n, (96n << 32n) - 1n, 0n, (1n << 40n) - 1n);
  const cases = balances.flatMap((balance) => exponents.map((exponent) => ({ balance, exponent })));
  while (cases.length < 300) cases.push({ balance: random.sized(95), exponent: random.sized(39) });
  return {
    dailyRates: [0, 100, 700, 1_200, 2_400].map((yearlyBps) => ({
      yearlyBps,
      dailyRate: dailyRateOf(yearlyBps),
    })),
    charges: cases.map(({ balance, exponent }) => ({
      balance: balance.toString(),
      exponent: exponent.toString(),
      charge: demurrageOf(balance, exponent).toString(),
    })),
  };
}
