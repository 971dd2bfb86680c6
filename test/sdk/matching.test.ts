import {
  bandOf,
  botMayDeliver,
  decodeTask,
  eligibilityInstants,
  eligibleAt,
  explainMatch,
  handLimit,
  learnPrice,
  log2Price,
  matchOf,
  maxPrice,
  rangeOf,
  startOctiles,
  stepsTo,
  type Task,
  TaskFlags,
  unitPriceOf,
} from "@peercommons/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const openedAt = 1_763_640_000;
const base: Task = {
  ...decodeTask(0n),
  price: 5_000_000n,
  skillId: 3,
  changedAt: openedAt,
  openedAt,
  deadlineHour: openedAt / 3600 + 48,
  lo: 3,
  hi: 4,
  state: "Open",
  tau: 6,
};

const price = fc.bigInt({ min: 1n, max: maxPrice });
const level = fc.integer({ min: 0, max: 15 });
const octiles = fc
  .array(fc.integer({ min: 0, max: 16_000 }), { minLength: 7, maxLength: 7 })
  .map((a) => a.sort((x, y) => x - y));
const task = fc
  .record({
    life: fc.integer({ min: -5, max: 1_440 }),
    opened: fc.integer({ min: 1, max: 2_000_000_000 }),
    lo: level,
    width: level,
    flags: fc.integer({ min: 0, max: 31 }),
    tau: fc.integer({ min: 1, max: 48 }),
  })
  .map(
    ({ life, opened, lo, width, flags, tau }): Task => ({
      ...base,
      openedAt: opened,
      deadlineHour: Math.max(1, Math.ceil(opened / 3600) + life),
      lo,
      hi: Math.min(15, lo + width),
      flags,
      tau,
    }),
  );

describe("log2Price", () => {
  it("is the logarithm with 8 fractional bits, rounded down", () => {
    expect(log2Price(1n)).toBe(0);
    expect(log2Price(2n)).toBe(256);
    expect(log2Price(3n)).toBe(405); // log2 3 = 1.58496, times 256 = 405.75
    expect(log2Price(1_000_000n)).toBe(5102);
    expect(log2Price(maxPrice)).toBe(56 * 256 - 1);
    fc.assert(
      fc.property(price, (p) => {
        const exact = Math.log2(Number(p)) * 256;
        expect(log2Price(p)).toBeGreaterThan(exact - 1.001);
        expect(log2Price(p)).toBeLessThanOrEqual(exact + 0.001);
      }),
    );
  });

  it("refuses what is no price", () => {
    expect(() => log2Price(0n)).toThrow(RangeError);
    expect(() => log2Price(2n ** 56n)).toThrow(RangeError);
  });
});

describe("unit price and band", () => {
  it("makes the same price an hour the same band", () => {
    expect(unitPriceOf(1_000_000n, 0)).toBe(unitPriceOf(4_000_000n, 1));
    expect(unitPriceOf(4_000_000n, 2)).toBe(unitPriceOf(1_000_000n, 1));
    expect(unitPriceOf(8_000_000n, 3)).toBe(unitPriceOf(1_000_000n, 1));
    expect(unitPriceOf(40_000_000n, 4)).toBe(unitPriceOf(1_000_000n, 1));
    expect(() => unitPriceOf(1_000_000n, 5)).toThrow(RangeError);
  });

  it("starts with octiles at 1, 2, 4 ... 64 PEER an hour", () => {
    expect(bandOf(unitPriceOf(1_000_000n, 1), startOctiles)).toBe(0);
    expect(bandOf(unitPriceOf(1_100_000n, 1), startOctiles)).toBe(1);
    expect(bandOf(unitPriceOf(65_000_000n, 1), startOctiles)).toBe(7);
  });

  it("never falls when the price rises", () => {
    fc.assert(
      fc.property(price, price, fc.integer({ min: 0, max: 4 }), octiles, (a, b, effort, thresholds) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const lowBand = bandOf(unitPriceOf(low, effort), thresholds);
        expect(lowBand).toBeLessThanOrEqual(bandOf(unitPriceOf(high, effort), thresholds));
      }),
    );
  });
});

describe("learnPrice", () => {
  it("moves each octile by its own quantile's step", () => {
    const { octiles: after, count } = learnPrice({ octiles: startOctiles, count: 0, unitPrice: 5_500 });
    expect(after).toEqual([5102 + 16, 5358 + 32, 5614 - 80, 5870 - 64, 6126 - 48, 6382 - 32, 6638 - 16]);
    expect(count).toBe(1);
  });

  it("keeps octiles sorted and inside 16 bits", () => {
    fc.assert(
      fc.property(octiles, fc.nat(100), fc.integer({ min: 0, max: 16_000 }), (before, count, unitPrice) => {
        const { octiles: after } = learnPrice({ octiles: before, count, unitPrice });
        after.forEach((octile, i) => {
          expect(octile).toBeGreaterThanOrEqual(after[i - 1] ?? 0);
          expect(octile).toBeLessThanOrEqual(0xffff);
        });
      }),
    );
  });

  it("finds the eighths of a steady market", () => {
    let state = { octiles: [...startOctiles], count: 0 };
    for (let i = 0; i < 6_000; i++) {
      state = learnPrice({ ...state, unitPrice: 5_000 + ((i * 7_919) % 1_600) });
    }
    state.octiles.forEach((octile, i) => {
      expect(Math.abs(octile - (5_000 + 200 * (i + 1)))).toBeLessThan(80);
    });
  });
});

describe("rangeOf", () => {
  const histogram = fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 16, maxLength: 16 });

  it("is everyone below eight members", () => {
    expect(rangeOf(7, [7])).toEqual({ lo: 0, hi: 15 });
  });

  it("cuts the members into eighths", () => {
    const eight = Array.from({ length: 16 }, (_, l) => (l < 8 ? 10 : 0));
    expect(rangeOf(0, eight)).toEqual({ lo: 0, hi: 0 });
    expect(rangeOf(7, eight)).toEqual({ lo: 7, hi: 7 });
  });

  it("holds at least five members, and reaches higher with the band", () => {
    fc.assert(
      fc.property(histogram, (counts) => {
        const total = counts.reduce((a, b) => a + b, 0);
        let before = { lo: 0, hi: 0 };
        for (let band = 0; band < 8; band++) {
          const range = rangeOf(band, counts);
          expect(range.lo).toBeLessThanOrEqual(range.hi);
          if (total >= 8) {
            const inside = counts.slice(range.lo, range.hi + 1).reduce((a, b) => a + b, 0);
            expect(inside).toBeGreaterThanOrEqual(5);
          }
          if (counts.every((count) => count === 0 || count >= 5)) {
            expect(range.lo).toBeGreaterThanOrEqual(before.lo);
          }
          before = range;
        }
      }),
    );
  });
});

describe("eligibility", () => {
  it("opens to bots, then the range, then a step each half hour, then everyone", () => {
    const { start, everyone, levels } = eligibilityInstants(base);
    expect(start).toBe(openedAt + 600);
    expect(everyone).toBe(start + 12 * 1_800);
    expect([levels[3], levels[4]]).toEqual([start, start]);
    expect([levels[5], levels[6]]).toEqual([start + 1_800, start + 3_600]);
    expect([levels[2], levels[1], levels[0]]).toEqual([start + 3_600, start + 7_200, start + 10_800]);
  });

  it("skips the bots' window for people only and after the bots", () => {
    expect(eligibilityInstants({ ...base, flags: TaskFlags.HUMAN_ONLY }).start).toBe(openedAt);
    expect(eligibilityInstants({ ...base, flags: TaskFlags.BOTS_DONE }).start).toBe(openedAt);
  });

  it("takes a twentieth of a short life for bots, and opens to all in its last quarter", () => {
    const short = { ...base, deadlineHour: openedAt / 3600 + 2 };
    const { start, everyone } = eligibilityInstants(short);
    expect(start).toBe(openedAt + 360);
    expect(everyone).toBe(openedAt + 5_400);
  });

  it("keeps a pinned floor until it is open to all", () => {
    const floored = { ...base, lo: 6, hi: 8, flags: TaskFlags.FLOOR };
    const { everyone } = eligibilityInstants(floored);
    expect(eligibleAt(floored, 3)).toBe(everyone);
    expect(eligibleAt(floored, 4)).toBeLessThan(everyone);
  });

  it("never asks a matched level to wait longer than another, and ends with everyone", () => {
    fc.assert(
      fc.property(task, (one) => {
        const { start, everyone, levels } = eligibilityInstants(one);
        expect(everyone).toBeGreaterThanOrEqual(start);
        for (const [l, at] of levels.entries()) {
          expect(at).toBeGreaterThanOrEqual(start);
          expect(at).toBeLessThanOrEqual(everyone);
          if (l >= one.lo && l <= one.hi) expect(at).toBe(start);
        }
      }),
    );
  });

  it("is monotone: who may claim once may claim until it closes, and further levels wait longer", () => {
    fc.assert(
      fc.property(task, level, fc.nat(200_000), fc.nat(200_000), (one, l, a, b) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        const may = (now: number) => eligibleAt(one, l) <= one.openedAt + now;
        if (may(early)) expect(may(late)).toBe(true);
        if (l >= one.hi && l < 15) expect(eligibleAt(one, l + 1)).toBeGreaterThanOrEqual(eligibleAt(one, l));
        if (l <= one.lo && l > 0) expect(eligibleAt(one, l - 1)).toBeGreaterThanOrEqual(eligibleAt(one, l));
      }),
    );
  });

  it("widens with each step: the set of eligible levels only grows", () => {
    fc.assert(
      fc.property(task, fc.nat(12), (one, k) => {
        const { start } = eligibilityInstants(one);
        const at = (steps: number) => {
          const now = start + steps * one.tau * 300;
          return Array.from({ length: 16 }, (_, l) => l).filter((l) => eligibleAt(one, l) <= now);
        };
        expect(at(k + 1)).toEqual(expect.arrayContaining(at(k)));
      }),
    );
  });
});

describe("botMayDeliver", () => {
  it("lets bots try in their window and once it is open to all, twice", () => {
    const { start, everyone } = eligibilityInstants(base);
    expect(botMayDeliver(base, start - 1)).toBe(true);
    expect(botMayDeliver(base, start)).toBe(false);
    expect(botMayDeliver(base, everyone)).toBe(true);
    expect(botMayDeliver({ ...base, botTries: 2 }, start - 1)).toBe(false);
    expect(botMayDeliver({ ...base, flags: TaskFlags.HUMAN_ONLY }, start - 1)).toBe(false);
    expect(botMayDeliver({ ...base, flags: TaskFlags.BOTS_DONE }, openedAt)).toBe(false);
    expect(botMayDeliver({ ...base, state: "Claimed" }, start - 1)).toBe(false);
    expect(botMayDeliver(base, base.deadlineHour * 3600)).toBe(false);
  });
});

describe("why this one", () => {
  const say = (level: number, after: number) => {
    const now = openedAt + after;
    return explainMatch({ match: matchOf({ task: base, level, now }), symbol: "logo", now });
  };

  it("says it in words", () => {
    expect(say(3, 600)).toBe("Your level 3 in #logo fits 3 to 4 for this price.");
    expect(say(5, 600 + 1_800)).toContain("above 3 to 4 for this price");
    expect(say(2, 600 + 3_600)).toContain("below 3 to 4 for this price");
    expect(say(9, 600 + 12 * 1_800)).toContain("open to everyone now");
    expect(say(3, 0)).toContain("Bots try first; yours in 10 minutes.");
    expect(say(5, 600)).toBe("It reaches your level 5 in #logo in 30 minutes.");
  });

  it("counts steps and hands", () => {
    expect(stepsTo({ lo: 3, hi: 4 }, 1)).toBe(4);
    expect(stepsTo({ lo: 3, hi: 4 }, 7)).toBe(3);
    expect([handLimit(0), handLimit(1), handLimit(15)]).toEqual([2, 2, 9]);
  });
});
