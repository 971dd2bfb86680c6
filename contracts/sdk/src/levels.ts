import type { Standing } from "./types.ts";

/**
 * Points a payer can give in one epoch, in hundredths.
 * @example
 * issuingBudget // 20_000: two hundred points
 */
export const issuingBudget = 20_000;

const maxPoints = 2n ** 48n - 1n;
const successTable = [
  128, 159, 187, 209, 225, 237, 244, 248, 251, 253, 254, 255, 255, 256, 256, 256, 256,
] as const;

/**
 * A member nobody has decided a task of yet.
 * @example
 * newStanding.rating // 256: one level's worth
 */
export const newStanding: Standing = {
  points: 0n,
  payers: 0n,
  rating: 256,
  level: 0,
  badge: 0,
  inHand: 0,
  done: 0,
  late: 0,
  lastDay: 0,
  blockedUntilDay: 0,
};

/**
 * Integer square root, rounded down.
 * @example
 * isqrt(1_000_000n) // 1000n
 */
export function isqrt(value: bigint): bigint {
  if (value < 2n) return value;
  let x = 1n << BigInt((value.toString(2).length + 1) >> 1);
  for (;;) {
    const y = (x + value / x) >> 1n;
    if (y >= x) return x;
    x = y;
  }
}

/**
 * A poster's trust in quarters, 0 to 4.
 * @example
 * trustOf({ seated: true, founder: false, seatedDays: 40, payers: 1 }) // 2
 */
export function trustOf(payer: {
  seated: boolean;
  founder: boolean;
  seatedDays: number;
  payers: number;
}): number {
  if (!payer.seated) return 0;
  if (payer.founder || payer.seatedDays >= 90 || payer.payers >= 3) return 4;
  return payer.seatedDays >= 30 ? 2 : 1;
}

/**
 * Points for accepted work, in hundredths; 1 PEER from a trusted new payer is 10 points.
 * @example
 * pointsFor({ price: 1_000_000n, trust: 4, repeated: false, unattended: false, budgetLeft: 20_000 }) // 1000n
 */
export function pointsFor(parameters: {
  price: bigint;
  trust: number;
  repeated: boolean;
  unattended: boolean;
  budgetLeft: number;
}): bigint {
  let points = (isqrt(parameters.price) * BigInt(parameters.trust)) / 4n;
  if (parameters.repeated) points /= 4n;
  if (parameters.unattended) points /= 2n;
  const budget = BigInt(parameters.budgetLeft);
  return points < budget ? points : budget;
}

/**
 * Expected success of a rating against a band, in 256ths.
 * @example
 * expectedSuccess(256, 0) // 128: an even match
 */
export function expectedSuccess(rating: number, band: number): number {
  const target = (2 * band + 1) * 256;
  const x = Math.abs(rating - target);
  const a = successTable[x >> 8] ?? 256;
  const b = successTable[(x >> 8) + 1] ?? 256;
  const e = a + Math.floor(((b - a) * (x & 255)) / 256);
  return rating < target ? 256 - e : e;
}

/**
 * A rating after days without an outcome: the distance from 256 halves each 365 days.
 * @example
 * driftRating(1256, 365) // 756
 */
export function driftRating(rating: number, days: number): number {
  const distance = Math.abs(rating - 256);
  const years = Math.floor(days / 365);
  const halved = years > 15 ? 0 : distance >> years;
  const left = halved - Math.floor((halved * (days % 365)) / 730);
  return rating < 256 ? 256 - left : 256 + left;
}

/**
 * The present level: what rating, points and number of distinct payers all allow, at most 15.
 * @example
 * levelOf({ rating: 900, points: 3000n, payers: 0b11n }) // 2
 */
export function levelOf(standing: Pick<Standing, "rating" | "points" | "payers">): number {
  const volumeCap = (standing.points / 1000n + 1n).toString(2).length - 1;
  const breadthCap = 2 * popcount(standing.payers);
  return Math.min(standing.rating >> 8, volumeCap, breadthCap, 15);
}

/** An accepted task, seen by the worker's standing. `payerId` is the member whose trust and budget pay. */
export type Accepted = {
  kind: "accepted";
  price: bigint;
  payerId: number;
  trust: number;
  budgetLeft: number;
  unattended: boolean;
  band: number;
  today: number;
};

/** A lost task: conceded or ruled against; `expired` for a claim whose time ran out. */
export type Failed = { kind: "failed"; expired: boolean; band: number; today: number };

/**
 * The standing after a decided task, and the points it added. The task leaves the hand.
 * @example
 * const { standing, points } = recordOutcome(newStanding, { kind: "failed", expired: true, band: 0, today: 20_000 });
 */
export function recordOutcome(
  before: Standing,
  outcome: Accepted | Failed,
): { standing: Standing; points: bigint } {
  const accepted = outcome.kind === "accepted";
  const bit = accepted ? 1n << BigInt(outcome.payerId % 64) : 0n;
  const repeated = (before.payers & bit) !== 0n;
  const points = accepted ? pointsFor({ ...outcome, repeated }) : 0n;
  const done = Math.min(before.done + (accepted ? 1 : 0), 0xffffff);
  const late = Math.min(before.late + (accepted ? 0 : 1), 0xffff);
  const drifted =
    before.lastDay === 0 ? before.rating : driftRating(before.rating, outcome.today - before.lastDay);
  const weight = accepted ? weightOf(outcome, repeated) : outcome.expired ? 8 : 16;
  const standing: Standing = {
    ...before,
    points: before.points + points > maxPoints ? maxPoints : before.points + points,
    payers: accepted && outcome.trust > 0 ? before.payers | bit : before.payers,
    rating: moveRating({ rating: drifted, accepted, band: outcome.band, outcomes: done + late, weight }),
    inHand: Math.max(0, before.inHand - 1),
    done,
    late,
    lastDay: outcome.today,
  };
  if (!accepted && outcome.expired && before.level === 0) standing.blockedUntilDay = outcome.today + 7;
  standing.level = levelOf(standing);
  standing.badge = Math.max(before.badge, standing.level);
  return { standing, points };
}

/** w of an accepted task, in sixteenths. */
function weightOf(outcome: Accepted, repeated: boolean): number {
  let weight = outcome.trust * 4;
  if (repeated) weight = Math.floor(weight / 4);
  return outcome.unattended ? Math.floor(weight / 2) : weight;
}

function moveRating(parameters: {
  rating: number;
  accepted: boolean;
  band: number;
  outcomes: number;
  weight: number;
}): number {
  const { rating, accepted, band, outcomes, weight } = parameters;
  const k = Math.max(154, Math.floor(12_288 / Number(isqrt(256n * BigInt(outcomes)))));
  const e = expectedSuccess(rating, band);
  const step = Math.floor((Math.floor((k * (accepted ? 256 - e : e)) / 256) * weight) / 16);
  return Math.min(4095, Math.max(0, accepted ? rating + step : rating - step));
}

function popcount(bits: bigint): number {
  return bits.toString(2).replaceAll("0", "").length;
}
