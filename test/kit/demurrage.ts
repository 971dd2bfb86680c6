/**
 * Demurrage once more, in big integers and without the contract's shortcuts: 2^-x by 40 terms of the exponential series
 * with 160 binary digits, so that its own error is far below anything compared here.
 */
const SCALE = 1n << 160n;
// ln 2 = sum of 1 / (k 2^k).
const LN2 = (() => {
  let sum = 0n;
  for (let k = 1n; k <= 180n; k++) sum += SCALE / (k << k);
  return sum;
})();

/** What is left of one, 2^-(exponent / 2^32), in units of 2^-160. */
function left(exponent: bigint): bigint {
  const whole = exponent >> 32n;
  const y = ((exponent & 0xffffffffn) * LN2) >> 32n;
  let term = SCALE;
  let sum = SCALE;
  for (let k = 1n; k <= 40n; k++) {
    term = -(term * y) / (SCALE * k);
    sum += term;
  }
  return sum >> whole;
}

/** The exact charge, rounded up; the contract's may be above it by what `slack` allows. */
export function exactCharge(balance: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 0n;
  return balance - (balance * left(exponent)) / SCALE;
}

/** Largest excess of the contract's charge: one unit, and one more for every 2^47 units of balance. */
export const slack = (balance: bigint): bigint => 1n + (balance >> 47n) + 1n;

/** The contract's own steps in big integers: equal to the unit. */
export function charge(balance: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 0n;
  return balance - ((balance * factor(exponent)) >> 96n);
}

const ONE = 1n << 96n;
const LN2_UP = 12_786_308_645_202_655_660n;
const ROOTS: readonly (readonly [bigint, bigint])[] = [
  [31n, 0xb504f333f9de6484597d89b3n],
  [30n, 0xd744fccad69d6af439a68bb9n],
  [29n, 0xeac0c6e7dd24392ed02d75b3n],
  [28n, 0xf5257d152486cc2c7b9d0c7an],
  [27n, 0xfa83b2db722a033a7c25bb14n],
  [26n, 0xfd3e0c0cf486c174853f3a59n],
];

function factor(exponent: bigint): bigint {
  const y = (exponent & 0x03ffffffn) * LN2_UP;
  let result = ONE;
  for (let k = exponent < 1n << 21n ? 3n : 5n; k >= 1n; k--) result = ONE - ((y * result) >> 96n) / k;
  for (const [bit, root] of ROOTS) if ((exponent >> bit) & 1n) result = (result * root) >> 96n;
  return (result - 16n) >> (exponent >> 32n);
}
