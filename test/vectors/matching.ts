// Cases of the matching rule: prices, lessons, ranges, instants.
import {
  bandOf,
  decodeTask,
  eligibilityInstants,
  encodeHistogram,
  encodeSkillWord,
  encodeTask,
  learnPrice,
  log2Price,
  maxPrice,
  rangesOf,
  startOctiles,
  type Task,
  unitPriceOf,
} from "@peercommons/sdk";
import { toHex } from "viem";
import { Random } from "./random.ts";

const everyone = Array.from({ length: 8 }, () => ({ lo: 0, hi: 15 }));

export function matchingVectors() {
  const random = new Random(1n);
  const prices = [
    1n,
    2n,
    3n,
    100_000n,
    999_999n,
    1_000_000n,
    1_000_001n,
    2_000_000n,
    maxPrice - 1n,
    maxPrice,
  ];
  for (let bit = 1n; bit < 56n; bit += 5n) prices.push((1n << bit) - 1n, 1n << bit);
  while (prices.length < 120) prices.push(random.sized(56) || 1n);
  return {
    log2Price: prices.map((price) => ({ price: price.toString(), log2: log2Price(price) })),
    unitPrice: Array.from({ length: 60 }, () => {
      const price = 100_000n + random.sized(50);
      const effort = random.upTo(4);
      const unitPrice = unitPriceOf(price, effort);
      return { price: price.toString(), effort, unitPrice, band: bandOf(unitPrice, startOctiles) };
    }),
    learn: lessons(random),
    ranges: histograms(random).map((counts) => ({
      histogram: toHex(encodeHistogram(counts), { size: 32 }),
      ranges: rangesOf(counts).map(({ lo, hi }) => [lo, hi]),
    })),
    eligibility: tasks(random).map((task) => {
      const { start, everyone: all, levels } = eligibilityInstants(task);
      return { task: toHex(encodeTask(task), { size: 32 }), start, everyone: all, levels };
    }),
  };
}

/** One skill taught 100 prices in a row, and single lessons from odd states. */
function lessons(random: Random) {
  const cases: { before: string; unitPrice: number; after: string }[] = [];
  const teach = (octiles: readonly number[], count: number, unitPrice: number) => {
    const after = learnPrice({ octiles, count, unitPrice });
    const word = (o: readonly number[], c: number) =>
      toHex(encodeSkillWord({ octiles: o, count: c, ranges: everyone, tau: 0 }), { size: 32 });
    cases.push({ before: word(octiles, count), unitPrice, after: word(after.octiles, after.count) });
    return after;
  };
  let state = { octiles: [...startOctiles], count: 0 };
  for (let i = 0; i < 100; i++) state = teach(state.octiles, state.count, random.between(4_200, 7_600));
  for (let i = 0; i < 40; i++) {
    const octiles = Array.from({ length: 7 }, () => random.between(0, 9_000)).sort((a, b) => a - b);
    teach(
      octiles,
      random.upTo(80),
      random.flip() ? random.between(0, 9_000) : (octiles[random.upTo(6)] ?? 0),
    );
  }
  teach([65_535, 65_535, 65_535, 65_535, 65_535, 65_535, 65_535], 0xffffffff, 60_000);
  teach([0, 0, 0, 0, 0, 0, 0], 15, 0);
  return cases;
}

function histograms(random: Random): number[][] {
  const at = (entries: Record<number, number>) =>
    Array.from({ length: 16 }, (_, level) => entries[level] ?? 0);
  const cases = [at({}), at({ 0: 7 }), at({ 0: 8 }), at({ 15: 8 }), at({ 0: 4, 15: 4 }), at({ 7: 65_535 })];
  cases.push(
    Array.from({ length: 16 }, () => 1),
    Array.from({ length: 16 }, () => 65_535),
  );
  while (cases.length < 80) {
    const most = [1, 3, 20, 500][random.upTo(3)] ?? 1;
    cases.push(Array.from({ length: 16 }, (_, level) => (random.upTo(15) >= level ? random.upTo(most) : 0)));
  }
  return cases;
}

/** Tasks that are open, with every mix of flags, some past their deadline, some short, some long. */
function tasks(random: Random): Task[] {
  return Array.from({ length: 120 }, (_, i) => {
    const openedAt = 1_763_000_000 + random.upTo(10_000_000);
    const lifeHours = i % 10 === 0 ? -2 : ([1, 3, 48, 1_440][random.upTo(3)] ?? 1);
    const lo = random.upTo(15);
    return {
      ...decodeTask(0n),
      price: 100_000n + random.sized(40),
      skillId: random.between(1, 100),
      changedAt: openedAt,
      openedAt,
      deadlineHour: Math.ceil(openedAt / 3600) + lifeHours,
      claimHours: random.between(1, 72),
      reviewHours: random.between(1, 336),
      lo,
      hi: random.between(lo, 15),
      band: random.upTo(7),
      effort: random.upTo(4),
      state: "Open" as const,
      botTries: random.upTo(2),
      flags: random.upTo(31),
      tau: random.between(1, 48),
      daysAhead: random.upTo(60),
    };
  });
}
