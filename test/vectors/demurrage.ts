// What time takes from a balance, to the unit: rows of balance, exponent, charge.
import { demurrageOf } from "@peercommons/sdk";
import { Random } from "./random.ts";

const balances = [
  ...[0n, 1n, 2n, 999_999n, 1_000_000n, 100_000_000n, 1n << 40n],
  ...[(1n << 56n) - 1n, (1n << 63n) + 12_345n, (1n << 64n) - 1n, (1n << 95n) - 1n, (1n << 96n) - 1n],
];

/** A day, a month and a year of 7 and 24 % a year, and both sides of every turn the arithmetic takes. */
const exponents = [
  ...[0n, 1n, 1_231_978n, 4_658_906n, 30n * 1_231_978n, 365n * 1_231_978n, 365n * 4_658_906n],
  ...[(1n << 21n) - 1n, 1n << 21n, (1n << 26n) - 1n, 1n << 26n, (1n << 28n) - 1n, 1n << 28n],
  ...[(1n << 32n) - 1n, 1n << 32n, (1n << 32n) + 1n, 63n << 32n, 96n << 32n, (1n << 40n) - 1n],
];

export function demurrageVectors(): string[][] {
  const random = new Random(4n);
  const cases = balances.flatMap((balance) => exponents.map((exponent) => [balance, exponent] as const));
  while (cases.length < 400) cases.push([random.sized(96), random.sized(40)]);
  return cases.map(([balance, exponent]) => [balance, exponent, demurrageOf(balance, exponent)].map(String));
}
