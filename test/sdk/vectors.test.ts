import { readFileSync } from "node:fs";
import {
  bandOf,
  decodeHistogram,
  decodeSkillWord,
  decodeStanding,
  decodeTask,
  demurrageOf,
  driftRating,
  eligibilityInstants,
  encodeSkillWord,
  encodeStanding,
  encodeTask,
  expectedSuccess,
  isqrt,
  learnPrice,
  log2Price,
  packTaskActs,
  pointsFor,
  rangesOf,
  recordOutcome,
  startOctiles,
  taskActFromWire,
  taskActIdOf,
  trustOf,
  unitPriceOf,
  unpackTaskActs,
  type WireTaskAct,
} from "@peercommons/sdk";
import { canonicalJson, contentIdOf, saltHashOf, verifyContent } from "@peercommons/sdk/content";
import { open, seal, sealingKeysFromSeed } from "@peercommons/sdk/sealing";
import { bytesToHex, hexToBigInt, hexToBytes } from "viem";
import { describe, expect, it } from "vitest";
import acts from "../vectors/acts.json" with { type: "json" };
import { actMarket } from "../vectors/acts.ts";
import content from "../vectors/content.json" with { type: "json" };
import demurrage from "../vectors/demurrage.json" with { type: "json" };
import { vectorFiles } from "../vectors/generate.ts";
import levels from "../vectors/levels.json" with { type: "json" };
import matching from "../vectors/matching.json" with { type: "json" };
import words from "../vectors/taskword.json" with { type: "json" };

const hex = (text: string) => text as `0x${string}`;
const word = (text: string) => hexToBigInt(hex(text));

describe("the committed vectors", () => {
  it("are what the generator writes", () => {
    for (const [name, text] of vectorFiles()) {
      expect(readFileSync(new URL(`../vectors/${name}`, import.meta.url), "utf8"), name).toBe(text);
    }
  });
});

describe("matching.json", () => {
  it("holds for log2Price", () => {
    for (const { price, log2 } of matching.log2Price) expect(log2Price(BigInt(price))).toBe(log2);
  });

  it("holds for unit prices and bands", () => {
    for (const { price, effort, unitPrice, band } of matching.unitPrice) {
      expect(unitPriceOf(BigInt(price), effort)).toBe(unitPrice);
      expect(bandOf(unitPrice, startOctiles)).toBe(band);
    }
  });

  it("holds for lessons", () => {
    for (const { before, unitPrice, after } of matching.learn) {
      const skill = decodeSkillWord(word(before));
      expect(encodeSkillWord({ ...skill, ...learnPrice({ ...skill, unitPrice }) })).toBe(word(after));
    }
  });

  it("holds for ranges", () => {
    for (const { histogram, ranges } of matching.ranges) {
      expect(rangesOf(decodeHistogram(word(histogram))).map(({ lo, hi }) => [lo, hi])).toEqual(ranges);
    }
  });

  it("holds for instants", () => {
    for (const { task, ...instants } of matching.eligibility) {
      expect(eligibilityInstants(decodeTask(word(task)))).toEqual(instants);
    }
  });
});

describe("levels.json", () => {
  it("holds for roots, trust, points, drift and expectation", () => {
    for (const { value, root } of levels.isqrt) expect(isqrt(BigInt(value))).toBe(BigInt(root));
    for (const { trust, ...payer } of levels.trust) expect(trustOf(payer)).toBe(trust);
    for (const { points, price, ...rest } of levels.points) {
      expect(pointsFor({ ...rest, price: BigInt(price) })).toBe(BigInt(points));
    }
    for (const { rating, days, drifted } of levels.drift) expect(driftRating(rating, days)).toBe(drifted);
    for (const { rating, band, expected } of levels.expected)
      expect(expectedSuccess(rating, band)).toBe(expected);
  });

  it("holds for whole outcomes", () => {
    for (const { before, outcome, points, after } of levels.outcomes) {
      const typed = { ...outcome, price: BigInt(outcome.price ?? 0) } as Parameters<typeof recordOutcome>[1];
      const result = recordOutcome(decodeStanding(word(before)), typed);
      expect(result.points).toBe(BigInt(points));
      expect(encodeStanding(result.standing)).toBe(word(after));
    }
  });
});

describe("taskword.json", () => {
  it("holds both ways for tasks and standings", () => {
    for (const { word: packed, task } of words.tasks) {
      const decoded = decodeTask(word(packed));
      expect({ ...decoded, price: decoded.price.toString() }).toEqual(task);
      expect(encodeTask(decoded)).toBe(word(packed));
    }
    for (const { word: packed, standing } of words.standings) {
      const decoded = decodeStanding(word(packed));
      const text = { ...decoded, points: decoded.points.toString(), payers: decoded.payers.toString() };
      expect(text).toEqual(standing);
      expect(encodeStanding(decoded)).toBe(word(packed));
    }
  });
});

describe("acts.json", () => {
  const signed = acts.acts.map((one) => ({
    act: taskActFromWire(one.act as WireTaskAct),
    signature: hex(one.signature),
  }));

  it("holds for hashes and packed acts, alone and in a batch", () => {
    for (const [i, { digest, packed }] of acts.acts.entries()) {
      const one = signed[i];
      if (one === undefined) throw new Error("a vector is missing");
      expect(taskActIdOf(actMarket, one.act)).toBe(digest);
      expect(packTaskActs([one])).toBe(packed);
    }
    expect(packTaskActs(signed)).toBe(`0x${acts.acts.map(({ packed }) => packed.slice(2)).join("")}`);
  });

  it("holds the other way, for what a batch carries", () => {
    const read = unpackTaskActs(packTaskActs(signed));
    expect(read.length).toBe(signed.length);
    for (const [i, { kind, signature, fields }] of read.entries()) {
      expect(kind).toBe(signed[i]?.act.kind);
      expect(signature).toBe(signed[i]?.signature);
      for (const [name, value] of Object.entries(fields))
        expect(BigInt(Reflect.get(signed[i]?.act ?? {}, name)), name).toBe(value);
    }
  });

  it("refuses batches that are none, values that do not fit, and signatures that are not a key's", () => {
    const [one] = signed;
    if (one === undefined) throw new Error("a vector is missing");
    const batch = packTaskActs([one]);
    expect(unpackTaskActs("0x")).toEqual([]);
    for (const bad of [batch.slice(0, -2), `${batch}00`, "0x06", "0x00"])
      expect(() => unpackTaskActs(hex(bad)), bad.slice(0, 10)).toThrow(RangeError);
    expect(() => packTaskActs([{ ...one, act: { ...one.act, taskId: 2n ** 64n } }])).toThrow(/8 bytes/);
    expect(() => packTaskActs([{ ...one, signature: "0x1234" }])).toThrow(/65-byte/);
    expect(() => packTaskActs(Array.from({ length: 257 }, () => one))).toThrow(/256/);
  });
});

describe("demurrage.json", () => {
  it("holds to the unit", () => {
    for (const [balance = "", exponent = "", charge = ""] of demurrage) {
      expect(demurrageOf(BigInt(balance), BigInt(exponent))).toBe(BigInt(charge));
    }
  });
});

describe("content.json", () => {
  it("holds for canonical texts and content ids", () => {
    for (const { value, text } of content.canonical) expect(canonicalJson(value)).toBe(text);
    for (const { body, salt, saltHash, contentId } of content.ids) {
      const bytes = hexToBytes(hex(body));
      expect(contentIdOf(bytes, hex(salt))).toBe(contentId);
      expect(saltHashOf(hex(salt))).toBe(saltHash);
      expect(verifyContent({ body: bytes, saltHash: hex(saltHash), contentId: hex(contentId) })).toBe(true);
    }
  });

  it("holds for sealing, and opens again", () => {
    for (const one of content.sealing) {
      const keys = sealingKeysFromSeed(hexToBytes(hex(one.seed)));
      expect(bytesToHex(keys.privateKey)).toBe(one.privateKey);
      expect(keys.publicKey).toBe(one.publicKey);
      const taskId = BigInt(one.taskId);
      const bytes = hexToBytes(hex(one.bytes));
      const envelope = seal({
        bytes,
        recipientPublicKey: keys.publicKey,
        taskId,
        random: hexToBytes(hex(one.random)),
      });
      expect(bytesToHex(envelope)).toBe(one.envelope);
      expect(bytesToHex(open({ envelope, privateKey: keys.privateKey, taskId }))).toBe(one.bytes);
    }
  });
});
