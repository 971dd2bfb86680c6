// Cases of what finished work is worth: points, drift, expectation, whole outcomes.
import {
  decodeStanding,
  driftRating,
  encodeStanding,
  expectedSuccess,
  isqrt,
  newStanding,
  pointsFor,
  recordOutcome,
  type Standing,
  trustOf,
} from "@peercommons/sdk";
import { toHex } from "viem";
import { Random } from "./random.ts";

export function levelVectors() {
  const random = new Random(2n);
  const roots = [0n, 1n, 2n, 3n, 4n, 15n, 16n, 17n, 1_000_000n, 2n ** 56n - 1n, 2n ** 64n - 1n, 2n ** 128n];
  while (roots.length < 40) roots.push(random.sized(64));
  return {
    isqrt: roots.map((value) => ({ value: value.toString(), root: isqrt(value).toString() })),
    points: Array.from({ length: 60 }, () => {
      const price = 100_000n + random.sized(50);
      const parameters = {
        trust: random.upTo(4),
        repeated: random.flip(),
        unattended: random.flip(),
        budgetLeft: random.upTo(20_000),
      };
      return {
        price: price.toString(),
        ...parameters,
        points: pointsFor({ price, ...parameters }).toString(),
      };
    }),
    trust: Array.from({ length: 40 }, () => {
      const payer = {
        seated: random.upTo(4) > 0,
        founder: random.upTo(5) === 0,
        seatedDays: random.upTo(120),
        payers: random.upTo(4),
      };
      return { ...payer, trust: trustOf(payer) };
    }),
    drift: Array.from({ length: 60 }, () => {
      const rating = random.upTo(4095);
      const days = random.flip() ? random.upTo(400) : random.upTo(6_000);
      return { rating, days, drifted: driftRating(rating, days) };
    }),
    expected: Array.from({ length: 80 }, () => {
      const rating = random.upTo(4095);
      const band = random.upTo(7);
      return { rating, band, expected: expectedSuccess(rating, band) };
    }),
    outcomes: [...career(random), ...odd(random)],
  };
}

type Outcome = Parameters<typeof recordOutcome>[1];

function outcomeOf(random: Random, today: number): Outcome {
  const band = random.upTo(7);
  if (random.upTo(4) === 0) return { kind: "failed", expired: random.flip(), band, today };
  const price = 100_000n + random.sized(36);
  const payerId = random.between(1, 30);
  return {
    kind: "accepted",
    price,
    payerId,
    trust: random.upTo(4),
    budgetLeft: random.upTo(20_000),
    unattended: random.upTo(3) === 0,
    band,
    today,
  };
}

/** `points` is what is left after the budget; `before` and `after` are storage words, `inHand` included. */
function written(before: Standing, outcome: Outcome) {
  const { standing, points } = recordOutcome(before, outcome);
  const plain = Object.fromEntries(
    Object.entries(outcome).map(([key, value]) => [
      key,
      typeof value === "bigint" ? value.toString() : value,
    ]),
  );
  return {
    vector: {
      before: toHex(encodeStanding(before), { size: 32 }),
      outcome: plain,
      points: points.toString(),
      after: toHex(encodeStanding(standing), { size: 32 }),
    },
    standing,
  };
}

/** One member's sixty tasks over four years. */
function career(random: Random) {
  const vectors = [];
  let standing: Standing = newStanding;
  let today = 20_400;
  for (let i = 0; i < 60; i++) {
    today += random.upTo(10) === 0 ? random.upTo(500) : random.upTo(20);
    const next = written({ ...standing, inHand: 1 }, outcomeOf(random, today));
    vectors.push(next.vector);
    standing = next.standing;
  }
  return vectors;
}

/** Single outcomes from standings of any kind. */
function odd(random: Random) {
  return Array.from({ length: 60 }, () => {
    const lastDay = random.between(19_000, 20_400);
    const before: Standing = {
      ...decodeStanding(0n),
      points: random.sized(24),
      payers: random.sized(64),
      rating: random.upTo(4095),
      level: random.upTo(15),
      badge: random.upTo(15),
      inHand: random.between(1, 9),
      done: random.upTo(3_000),
      late: random.upTo(100),
      lastDay,
      blockedUntilDay: random.upTo(1) * 20_000,
    };
    return written(before, outcomeOf(random, lastDay + random.upTo(1_200))).vector;
  });
}
