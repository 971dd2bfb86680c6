// The rules in Solidity and in TypeScript: on the committed vectors, and on cases nobody chose.
import * as sdk from "@peercommons/sdk";
import { expect } from "chai";
import fc from "fast-check";
import { network } from "hardhat";
import { type Hex, hexToBigInt } from "viem";
import levels from "../vectors/levels.json" with { type: "json" };
import matching from "../vectors/matching.json" with { type: "json" };
import words from "../vectors/taskword.json" with { type: "json" };

const { viem } = await network.create();
const harness = await viem.deployContract("MatchingHarness");

const word = (text: string): bigint => hexToBigInt(text as Hex);
const uint = (bits: number) => fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n });
const price = fc
  .integer({ min: 1, max: 56 })
  .chain((bits) => fc.bigInt({ min: 1n, max: 2n ** BigInt(bits) - 1n }));
const runs = 300;

/** In parts, so that no call outgrows a block's gas. */
async function inParts<T, R>(
  items: readonly T[],
  read: (part: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const results: R[] = [];
  for (let i = 0; i < items.length; i += 60) results.push(...(await read(items.slice(i, i + 60))));
  return results;
}

type SolidityStanding = Omit<sdk.Standing, "points"> & { points: number | bigint };
const standingWord = (standing: SolidityStanding): bigint =>
  sdk.encodeStanding({ ...standing, points: BigInt(standing.points) });

async function comparePrices(cases: readonly { price: bigint; effort: number; unitPrice: number }[]) {
  const units = await inParts(cases, (part) =>
    harness.read.unitPrices([part.map((one) => one.price), part.map((one) => BigInt(one.effort))]),
  );
  for (const [i, one] of cases.entries())
    expect(units[i], `price ${one.price}`).to.equal(BigInt(one.unitPrice));
}

async function compareLessons(
  cases: readonly { before: bigint; unitPrice: number; after: bigint; band: number }[],
) {
  const both = (part: typeof cases) =>
    [part.map((one) => one.before), part.map((one) => BigInt(one.unitPrice))] as const;
  const after = await inParts(cases, (part) => harness.read.learned(both(part)));
  const bands = await inParts(cases, (part) => harness.read.bands(both(part)));
  for (const [i, one] of cases.entries()) {
    expect(after[i], `lesson ${one.unitPrice} for ${one.before}`).to.equal(one.after);
    expect(bands[i], `band of ${one.unitPrice} in ${one.before}`).to.equal(BigInt(one.band));
  }
}

async function compareRanges(
  cases: readonly { histogram: bigint; ranges: readonly (readonly number[])[] }[],
) {
  const packed = await inParts(cases, (part) => harness.read.ranges([part.map((one) => one.histogram)]));
  for (const [i, one] of cases.entries()) {
    const { ranges } = sdk.decodeSkillWord((packed[i] ?? 0n) << 144n);
    expect(
      ranges.map(({ lo, hi }) => [lo, hi]),
      `histogram ${one.histogram}`,
    ).to.deep.equal(one.ranges);
  }
}

async function compareInstants(cases: readonly { task: bigint; instants: sdk.EligibilityInstants }[]) {
  for (let i = 0; i < cases.length; i += 40) {
    const part = cases.slice(i, i + 40);
    const [start, all, eligible] = await harness.read.instants([part.map((one) => one.task)]);
    for (const [j, { task, instants }] of part.entries()) {
      const got = { start: Number(start[j]), everyone: Number(all[j]), levels: eligible[j]?.map(Number) };
      expect(got, `task ${task}`).to.deep.equal(instants);
    }
  }
}

type Case = { before: sdk.Standing; outcome: sdk.Accepted | sdk.Failed; after: bigint };

async function compareOutcomes(cases: readonly Case[]) {
  const won = cases.flatMap(({ before, outcome, after }) =>
    outcome.kind === "accepted" ? [{ before, outcome, after }] : [],
  );
  const wins = await inParts(won, (part) =>
    harness.read.wins([
      part.map(({ before }) => sdk.encodeStanding(before)),
      part.map(({ outcome }) => ({
        price: outcome.price,
        trust: BigInt(outcome.trust),
        payerId: BigInt(outcome.payerId),
        budgetLeft: BigInt(outcome.budgetLeft),
        unattended: outcome.unattended,
        band: BigInt(outcome.band),
        day: BigInt(outcome.today),
      })),
    ]),
  );
  for (const [i, { before, after }] of won.entries()) {
    expect(standingWord(wins[i] ?? sdk.newStanding), `won from ${sdk.encodeStanding(before)}`).to.equal(
      after,
    );
  }
  for (const { before, outcome, after } of cases) {
    if (outcome.kind === "accepted") continue;
    const weight = outcome.expired ? 8n : 16n;
    const from = [
      [sdk.encodeStanding(before)],
      [BigInt(outcome.band)],
      [weight],
      BigInt(outcome.today),
    ] as const;
    const [lost] = await harness.read.losses(from);
    // Levels sets the block itself; the rule's pure part leaves it alone.
    const { blockedUntilDay } = sdk.decodeStanding(after);
    expect(standingWord({ ...(lost ?? sdk.newStanding), blockedUntilDay }), `lost from ${from[0]}`).to.equal(
      after,
    );
  }
}

describe("Solidity runs the committed vectors", () => {
  it("matching.json: prices", async () => {
    for (const { price: one, log2 } of matching.log2Price) {
      expect(await harness.read.log2Price([BigInt(one)])).to.equal(BigInt(log2));
    }
    await comparePrices(matching.unitPrice.map((one) => ({ ...one, price: BigInt(one.price) })));
  });

  it("matching.json: lessons and bands", async () => {
    await compareLessons(
      matching.learn.map(({ before, unitPrice, after }) => {
        const { octiles } = sdk.decodeSkillWord(word(before));
        return { before: word(before), unitPrice, after: word(after), band: sdk.bandOf(unitPrice, octiles) };
      }),
    );
  });

  it("matching.json: ranges and instants", async () => {
    await compareRanges(
      matching.ranges.map(({ histogram, ranges }) => ({ histogram: word(histogram), ranges })),
    );
    await compareInstants(
      matching.eligibility.map(({ task, ...instants }) => ({ task: word(task), instants })),
    );
  });

  it("levels.json", async () => {
    for (const { rating, days, drifted } of levels.drift) {
      expect(await harness.read.drift([BigInt(rating), BigInt(days)])).to.equal(BigInt(drifted));
    }
    for (const { rating, band, expected } of levels.expected) {
      expect(await harness.read.expected([BigInt(rating), BigInt(band)])).to.equal(BigInt(expected));
    }
    await compareOutcomes(
      levels.outcomes.map(({ before, outcome, after }) => ({
        before: sdk.decodeStanding(word(before)),
        outcome: { ...outcome, price: BigInt(outcome.price ?? 0) } as sdk.Accepted | sdk.Failed,
        after: word(after),
      })),
    );
  });

  it("taskword.json", async () => {
    for (const { word: packed } of words.tasks) {
      const task = await harness.read.unpack([word(packed)]);
      const state = sdk.taskStates[task.state] ?? "None";
      expect({ ...task, state }).to.deep.equal(sdk.decodeTask(word(packed)));
      expect(await harness.read.pack([task])).to.equal(word(packed));
    }
  });
});

describe("Solidity and TypeScript agree on cases nobody chose", () => {
  it("on prices", async () => {
    const cases = fc.sample(fc.record({ price, effort: fc.nat(4) }), runs);
    // Below a few units a week's price would be negative; the market's smallest price is far above.
    const real = cases.map((one) => ({
      ...one,
      price: one.price > 100_000n ? one.price : one.price + 100_000n,
    }));
    await comparePrices(real.map((one) => ({ ...one, unitPrice: sdk.unitPriceOf(one.price, one.effort) })));
  });

  it("on lessons and bands", async () => {
    const octiles = fc
      .array(fc.nat(16_000), { minLength: 7, maxLength: 7 })
      .map((all) => all.sort((a, b) => a - b));
    const count = fc.oneof(fc.nat(80), fc.nat(0xffffffff));
    const cases = fc.sample(fc.record({ octiles, count, tau: fc.nat(255), unitPrice: fc.nat(16_000) }), runs);
    const ranges = sdk.rangesOf([3, 9, 4]);
    await compareLessons(
      cases.map(({ unitPrice, ...skill }) => ({
        before: sdk.encodeSkillWord({ ...skill, ranges }),
        unitPrice,
        after: sdk.encodeSkillWord({ ...skill, ranges, ...sdk.learnPrice({ ...skill, unitPrice }) }),
        band: sdk.bandOf(unitPrice, skill.octiles),
      })),
    );
  });

  it("on ranges", async () => {
    const few = fc.array(fc.nat(4), { minLength: 16, maxLength: 16 });
    const many = fc.array(fc.nat(65_535), { minLength: 16, maxLength: 16 });
    await compareRanges(
      fc.sample(fc.oneof(few, many), runs).map((counts) => ({
        histogram: sdk.encodeHistogram(counts),
        ranges: sdk.rangesOf(counts).map(({ lo, hi }) => [lo, hi]),
      })),
    );
  });

  it("on instants", async () => {
    const fields = fc.record({
      openedAt: fc.integer({ min: 1_700_000_000, max: 3_700_000_000 }),
      hours: fc.integer({ min: -3, max: 1_440 }),
      lo: fc.nat(15),
      width: fc.nat(15),
      flags: fc.nat(31),
      tau: fc.nat(255),
    });
    await compareInstants(
      fc.sample(fields, runs).map(({ hours, width, ...rest }) => {
        const deadlineHour = Math.ceil(rest.openedAt / 3600) + hours;
        const hi = Math.min(15, rest.lo + width);
        const task: sdk.Task = { ...sdk.decodeTask(0n), ...rest, hi, deadlineHour, state: "Open" };
        return { task: sdk.encodeTask(task), instants: sdk.eligibilityInstants(task) };
      }),
    );
  });

  it("on outcomes", async () => {
    const before = fc.record({
      points: uint(48),
      payers: uint(64),
      rating: fc.nat(4095),
      level: fc.nat(15),
      badge: fc.nat(15),
      inHand: fc.integer({ min: 1, max: 9 }),
      done: fc.oneof(fc.nat(60), fc.nat(0xffffff)),
      late: fc.oneof(fc.nat(20), fc.nat(0xffff)),
      lastDay: fc.nat(20_000),
      blockedUntilDay: fc.nat(65_535),
    });
    const band = fc.nat(7);
    const today = fc.integer({ min: 20_000, max: 60_000 });
    const accepted = fc.record({
      kind: fc.constant("accepted" as const),
      price,
      payerId: fc.nat(0xffffffff),
      trust: fc.nat(4),
      budgetLeft: fc.nat(20_000),
      unattended: fc.boolean(),
      band,
      today,
    });
    const failed = fc.record({ kind: fc.constant("failed" as const), expired: fc.boolean(), band, today });
    const cases = fc.sample(
      fc.record({ before, outcome: fc.oneof({ weight: 4, arbitrary: accepted }, failed) }),
      runs,
    );
    await compareOutcomes(
      cases.map((one) => ({
        ...one,
        after: sdk.encodeStanding(sdk.recordOutcome(one.before, one.outcome).standing),
      })),
    );
  });
});
