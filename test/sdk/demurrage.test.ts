import {
  basicLimit,
  dailyRateOf,
  demurrageOf,
  exponentOn,
  nextRampDay,
  projectBalance,
} from "@peercommons/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const balance = fc.bigInt({ min: 1n, max: 2n ** 47n });
const exponent = fc.bigInt({ min: 1n, max: 2n ** 38n });

describe("demurrageOf", () => {
  it("is 7 % after a year of daily steps", () => {
    const yearly = BigInt(dailyRateOf(700)) * 365n;
    expect(dailyRateOf(700)).toBe(1_231_978);
    expect(demurrageOf(100_000_000n, yearly)).toBeGreaterThanOrEqual(6_999_990n);
    expect(demurrageOf(100_000_000n, yearly)).toBeLessThanOrEqual(7_000_010n);
  });

  it("rounds against the holder, by at most two units", () => {
    fc.assert(
      fc.property(balance, exponent, (b, x) => {
        const exact = Number(b) * (1 - 2 ** -(Number(x) / 2 ** 32));
        const charge = Number(demurrageOf(b, x));
        const noise = Number(b) * 1e-13;
        expect(charge).toBeGreaterThanOrEqual(exact - noise);
        expect(charge).toBeLessThanOrEqual(exact + 2 + noise);
      }),
    );
  });

  it("takes something whenever something is due, and never more than there is", () => {
    fc.assert(
      fc.property(balance, exponent, (b, x) => {
        expect(demurrageOf(b, x)).toBeGreaterThan(0n);
        expect(demurrageOf(b, x)).toBeLessThanOrEqual(b);
      }),
    );
    expect(demurrageOf(5n, 0n)).toBe(0n);
    expect(demurrageOf(0n, 5n)).toBe(0n);
    expect(demurrageOf(5_000_000n, 200n << 32n)).toBe(5_000_000n);
  });

  it("gains nobody anything by touching often", () => {
    fc.assert(
      fc.property(balance, exponent, exponent, (b, x, y) => {
        const once = b - demurrageOf(b, x + y);
        const half = b - demurrageOf(b, x);
        expect(half - demurrageOf(half, y) <= once + 1n).toBe(true);
      }),
    );
  });
});

describe("projection", () => {
  it("leaves debts alone and carries the exponent on", () => {
    expect(projectBalance({ balance: -5n, dailyRate: 1_231_978, days: 100 })).toBe(-5n);
    expect(projectBalance({ balance: 100n, dailyRate: 1_231_978, days: 0 })).toBe(100n);
    expect(exponentOn({ exponent: 7n, day: 20_000, dailyRate: 10, today: 20_003 })).toBe(37n);
  });
});

describe("the basic ramp", () => {
  it("is 10 PEER at once, linear to 100 over 180 days", () => {
    expect(basicLimit({ rampSinceDay: 0, today: 20_000 })).toBe(10_000_000n);
    expect(basicLimit({ rampSinceDay: 20_000, today: 20_000 })).toBe(10_000_000n);
    expect(basicLimit({ rampSinceDay: 20_000, today: 20_090 })).toBe(55_000_000n);
    expect(basicLimit({ rampSinceDay: 20_000, today: 20_180 })).toBe(100_000_000n);
    expect(basicLimit({ rampSinceDay: 20_000, today: 30_000 })).toBe(100_000_000n);
    expect(nextRampDay({ rampSinceDay: 20_000, today: 20_090 })).toBe(20_091);
    expect(nextRampDay({ rampSinceDay: 20_000, today: 20_180 })).toBeNull();
    expect(nextRampDay({ rampSinceDay: 0, today: 20_180 })).toBeNull();
  });
});
