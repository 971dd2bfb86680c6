import { type OperatorConsent, writeOperatorConsent } from "@peercommons/sdk";
import type { Hex } from "viem";
import { describe, expect, it } from "vitest";
import { checkBot, emptyBot, readBotConsent, splitOf } from "@/lib/forms/bot";
import { registerBot } from "@/transactions/registerBot";
import { ada, hash } from "./fixtures";

const known = { deploymentId: hash, skill: { skillId: 9, symbol: "arithmetic" }, creatorId: 7, now: 1_000 };
const consent: OperatorConsent = {
  deploymentId: hash as Hex,
  operator: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  creatorId: 7,
  skillId: 9,
  computeBps: 1_000,
  modelHash: `0x${"cd".repeat(32)}`,
  sealingKey: `0x${"00".repeat(32)}`,
  deadline: 2_000,
  signature: `0x${"11".repeat(65)}`,
};
const sentenceOf = (change: Partial<OperatorConsent>, now = known.now): string => {
  const read = readBotConsent(writeOperatorConsent({ ...consent, ...change }), { ...known, now });
  return read.ok ? "" : read.sentence;
};

describe("a host's consent", () => {
  it("is read whole, spaces around it or not", () => {
    expect(readBotConsent(`\n ${writeOperatorConsent(consent)} `, known)).toEqual({ ok: true, consent });
  });

  it("is refused with a sentence when it is for something else, or too late", () => {
    expect(sentenceOf({ deploymentId: `0x${"00".repeat(32)}` })).toMatch(/another town/);
    expect(sentenceOf({ skillId: 3 })).toMatch(/for skill 3, not for #arithmetic.*--skill 9/);
    expect(sentenceOf({ creatorId: 8 })).toMatch(/for account 8, and yours is 7/);
    expect(sentenceOf({}, 2_000)).toMatch(/run out/);
    expect(sentenceOf({}, 1_999)).toBe("");
  });

  it.each(["hello", "e30", writeOperatorConsent(consent).slice(0, -9)])("is not %j", (word) => {
    const read = readBotConsent(word, known);
    expect(read.ok ? "" : read.sentence).toMatch(/not a host's consent.*Copy the whole line/);
  });
});

describe("registering a bot", () => {
  const good = { ...emptyBot, word: writeOperatorConsent(consent), name: "Adder" };

  it("takes the usual shares, and both ends of what is allowed", () => {
    expect(emptyBot).toMatchObject({ commons: 70, pot: 50 });
    expect(checkBot(good, known)).toEqual({});
    expect(checkBot({ ...good, commons: 50, pot: 80 }, known)).toEqual({});
    expect(checkBot({ ...good, commons: 90, pot: 20 }, known)).toEqual({});
  });

  it("names every field that is wrong", () => {
    expect(Object.keys(checkBot({ word: " ", name: " ", commons: 49, pot: 81 }, known)).sort()).toEqual([
      "commons",
      "name",
      "pot",
      "word",
    ]);
    expect(checkBot({ ...good, commons: 91 }, known).commons).toMatch(/50 % to 90 %/);
    expect(checkBot({ ...good, pot: 19 }, known).pot).toMatch(/20 % to 80 %/);
    expect(checkBot({ ...good, name: "ü".repeat(33) }, known).name).toMatch(/too long/);
  });

  it("sends what the host signed, and the creator's own choices", () => {
    const parameters = {
      ...consent,
      skillSymbol: "arithmetic",
      name: "Adder",
      commonsBps: 7_000,
      potBps: 5_000,
    };
    const call = registerBot.call(registerBot.parameters.parse(parameters), {
      deployment: { contracts: { Bots: ada.address } } as never,
    });
    expect(call.args).toEqual([
      7,
      consent.operator,
      { skillId: 9, creatorId: 7, computeBps: 1_000, commonsBps: 7_000, potBps: 5_000 },
      consent.modelHash,
      consent.sealingKey,
      "Adder",
      2_000n,
      consent.signature,
    ]);
    expect(() => registerBot.parameters.parse({ ...parameters, commonsBps: 4_999 })).toThrow();
  });

  it("shows parts that add up to the unit", () => {
    const parts = splitOf(10_000_001n, { computeBps: 1_000, commonsBps: 7_000, potBps: 5_000 });
    expect(parts).toEqual({ compute: 1_000_000n, creator: 2_700_001n, commons: 3_150_000n, pot: 3_150_000n });
  });
});
