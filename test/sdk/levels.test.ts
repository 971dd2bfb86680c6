import {
  driftRating,
  expectedSuccess,
  isqrt,
  levelOf,
  newStanding,
  pointsFor,
  recordOutcome,
  type Standing,
  trustOf,
} from "@peercommons/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const rating = fc.integer({ min: 0, max: 4095 });
const band = fc.integer({ min: 0, max: 7 });
const standing = fc.record({
  points: fc.bigInt({ min: 0n, max: 2n ** 30n }),
  payers: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  rating,
  level: fc.integer({ min: 0, max: 15 }),
  badge: fc.integer({ min: 0, max: 15 }),
  inHand: fc.integer({ min: 1, max: 9 }),
  done: fc.nat(5_000),
  late: fc.nat(500),
  lastDay: fc.integer({ min: 1, max: 20_000 }),
  blockedUntilDay: fc.nat(20_000),
});
const accepted = fc.record({
  kind: fc.constant("accepted" as const),
  price: fc.bigInt({ min: 100_000n, max: 2n ** 40n }),
  payerId: fc.integer({ min: 1, max: 1_000 }),
  trust: fc.integer({ min: 0, max: 4 }),
  budgetLeft: fc.integer({ min: 0, max: 20_000 }),
  unattended: fc.boolean(),
  band,
  today: fc.integer({ min: 20_000, max: 25_000 }),
});
const failed = fc.record({
  kind: fc.constant("failed" as const),
  expired: fc.boolean(),
  band,
  today: fc.integer({ min: 20_000, max: 25_000 }),
});

describe("isqrt", () => {
  it("is the largest number whose square fits", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 130n }), (value) => {
        const root = isqrt(value);
        expect(root * root <= value && (root + 1n) * (root + 1n) > value).toBe(true);
      }),
    );
  });
});

describe("trust and points", () => {
  it("trusts founders, the long seated and those paid by three", () => {
    const payer = { seated: true, founder: false, seatedDays: 0, payers: 0 };
    expect(trustOf(payer)).toBe(1);
    expect(trustOf({ ...payer, seatedDays: 30 })).toBe(2);
    expect(trustOf({ ...payer, seatedDays: 90 })).toBe(4);
    expect(trustOf({ ...payer, payers: 3 })).toBe(4);
    expect(trustOf({ ...payer, founder: true })).toBe(4);
    expect(trustOf({ ...payer, founder: true, seated: false })).toBe(0);
  });

  it("gives 10 points for 1 PEER, less for repeats, silence and little trust, never above the budget", () => {
    const one = { price: 1_000_000n, trust: 4, repeated: false, unattended: false, budgetLeft: 20_000 };
    expect(pointsFor(one)).toBe(1000n);
    expect(pointsFor({ ...one, trust: 2 })).toBe(500n);
    expect(pointsFor({ ...one, repeated: true })).toBe(250n);
    expect(pointsFor({ ...one, unattended: true })).toBe(500n);
    expect(pointsFor({ ...one, budgetLeft: 7 })).toBe(7n);
    expect(pointsFor({ ...one, trust: 0 })).toBe(0n);
  });
});

describe("rating", () => {
  it("expects even odds on a level match, and the two sides add up", () => {
    expect(expectedSuccess(256, 0)).toBe(128);
    expect(expectedSuccess(0, 7)).toBe(0);
    fc.assert(
      fc.property(rating, band, (r, b) => {
        const target = (2 * b + 1) * 256;
        const mirrored = 2 * target - r;
        if (r !== target) expect(expectedSuccess(r, b) + expectedSuccess(mirrored, b)).toBe(256);
      }),
    );
  });

  it("expects more from a higher rating", () => {
    fc.assert(
      fc.property(rating, rating, band, (a, b, which) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(expectedSuccess(low, which)).toBeLessThanOrEqual(expectedSuccess(high, which));
      }),
    );
  });

  it("drifts half the way back to 256 in a year, and never past it", () => {
    expect(driftRating(1256, 365)).toBe(756);
    expect(driftRating(1256, 730)).toBe(506);
    expect(driftRating(56, 365)).toBe(156);
    expect(driftRating(4095, 60_000)).toBe(256);
    fc.assert(
      fc.property(rating, fc.nat(20_000), (r, days) => {
        const after = driftRating(r, days);
        expect(Math.abs(after - 256)).toBeLessThanOrEqual(Math.abs(r - 256));
        expect(Math.sign(after - 256) * Math.sign(r - 256)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("levelOf", () => {
  it("is the least of rating, volume cap, breadth cap and 15", () => {
    expect(levelOf({ rating: 4095, points: 2n ** 40n, payers: 2n ** 64n - 1n })).toBe(15);
    expect(levelOf({ rating: 900, points: 2n ** 40n, payers: 2n ** 64n - 1n })).toBe(3);
    expect(levelOf({ rating: 4095, points: 2_999n, payers: 2n ** 64n - 1n })).toBe(1);
    expect(levelOf({ rating: 4095, points: 3_000n, payers: 2n ** 64n - 1n })).toBe(2);
    expect(levelOf({ rating: 4095, points: 2n ** 40n, payers: 0b101n })).toBe(4);
  });
});

describe("recordOutcome", () => {
  it("teaches a newcomer's first accepted task", () => {
    const outcome = {
      kind: "accepted",
      price: 4_000_000n,
      payerId: 3,
      trust: 4,
      budgetLeft: 20_000,
      unattended: false,
    } as const;
    const { standing: after, points } = recordOutcome(
      { ...newStanding, inHand: 1 },
      { ...outcome, band: 0, today: 20_000 },
    );
    // 2 PEER's root is 2,000 hundredths. K = 12288 / 16 = 768, half of it for an even match: 256 + 384.
    expect(points).toBe(2000n);
    expect(after).toEqual({
      ...newStanding,
      points: 2000n,
      payers: 8n,
      rating: 640,
      level: 1,
      badge: 1,
      done: 1,
      lastDay: 20_000,
    });
  });

  it("blocks a level 0 member for seven days when a claim runs out, and nobody else", () => {
    const expired = { kind: "failed", expired: true, band: 0, today: 20_000 } as const;
    expect(recordOutcome(newStanding, expired).standing.blockedUntilDay).toBe(20_007);
    expect(recordOutcome({ ...newStanding, level: 1 }, expired).standing.blockedUntilDay).toBe(0);
    expect(recordOutcome(newStanding, { ...expired, expired: false }).standing.blockedUntilDay).toBe(0);
  });

  it("never lowers points or badge, and never raises a rating by losing or lowers it by winning", () => {
    fc.assert(
      fc.property(standing, fc.oneof(accepted, failed), (before: Standing, outcome) => {
        const { standing: after, points } = recordOutcome(before, outcome);
        const drifted = driftRating(before.rating, outcome.today - before.lastDay);
        expect(after.points).toBe(before.points + points);
        expect(after.badge).toBeGreaterThanOrEqual(before.badge);
        expect(after.badge).toBeGreaterThanOrEqual(after.level);
        expect(after.inHand).toBe(before.inHand - 1);
        if (outcome.kind === "accepted") expect(after.rating).toBeGreaterThanOrEqual(drifted);
        else {
          expect(after.rating).toBeLessThanOrEqual(drifted);
          expect(points).toBe(0n);
        }
      }),
    );
  });

  it("gives an untrusted payer's work nothing but the count", () => {
    fc.assert(
      fc.property(standing, accepted, (before: Standing, outcome) => {
        const { standing: after, points } = recordOutcome(before, { ...outcome, trust: 0 });
        expect(points).toBe(0n);
        expect(after.payers).toBe(before.payers);
        expect(after.rating).toBe(driftRating(before.rating, outcome.today - before.lastDay));
        expect(after.done).toBe(before.done + 1);
      }),
    );
  });
});
