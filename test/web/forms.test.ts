import { TaskFlags } from "@peercommons/sdk";
import {
  contentBytes,
  parseSealedNote,
  parseSealedTaskBody,
  saltHashOf,
  verifyContent,
} from "@peercommons/sdk/content";
import { openNote, openTaskBody, sealingKeysFromSeed, taskContentKey } from "@peercommons/sdk/sealing";
import { keccak256 } from "viem";
import { describe, expect, it } from "vitest";
import { readAmount } from "@/lib/forms/amount";
import { checkPay, packNote } from "@/lib/forms/pay";
import {
  checkPost,
  deadlineOf,
  emptyDraft,
  isBlank,
  type PostDraft,
  postParameters,
} from "@/lib/forms/postTask";
import { checkProfile } from "@/lib/forms/profile";
import { checkSkill, symbolOf } from "@/lib/forms/skill";
import { skillWith } from "./fixtures";

const now = 1_000_000_800;
const good: PostDraft = {
  ...emptyDraft(),
  skillId: 3,
  title: " A poem ",
  text: "Rain.",
  deliver: ["It rhymes", " "],
  price: "2.5",
};
const known = { now, available: 10_000_000n };

describe("an amount", () => {
  it("is read with a point, and with a comma before the last digits", () => {
    expect(readAmount("2.5")).toEqual({ ok: true, amount: 2_500_000n });
    expect(readAmount("2,50")).toEqual({ ok: true, amount: 2_500_000n });
    expect(readAmount("1,250")).toEqual({ ok: true, amount: 1_250_000_000n });
  });

  it.each(["", "0", "-1", "1e3", "abc", "0.0000001", "99999999999999"])(
    "refuses %j with a sentence",
    (text) => {
      const read = readAmount(text);
      expect(read.ok).toBe(false);
      if (!read.ok) expect(read.sentence).toMatch(/\.$/);
    },
  );
});

describe("posting", () => {
  it("lets a good draft through", () => {
    expect(checkPost(good, known)).toEqual({});
  });

  it("names every field that is missing", () => {
    expect(Object.keys(checkPost(emptyDraft(), known)).sort()).toEqual(["price", "skillId", "title"]);
  });

  it("refuses a price below the minimum, above what can be spent, and of 2^56", () => {
    expect(checkPost({ ...good, price: "0.09" }, known).price).toMatch(/lowest price is 0.10/);
    expect(checkPost({ ...good, price: "10.01" }, known).price).toMatch(/can spend 10.00/);
    expect(checkPost({ ...good, price: "72057594037.927936" }, { now, available: null }).price).toMatch(
      /too large/,
    );
  });

  it("refuses a deadline in the past and one too far ahead", () => {
    const hour = Math.floor(now / 3_600);
    expect(checkPost({ ...good, deadlineHour: hour }, known).deadlineHour).toMatch(/past/);
    expect(checkPost({ ...good, deadlineHour: hour + 60 * 24 + 1 }, known).deadlineHour).toMatch(/60 days/);
    expect(checkPost({ ...good, deadlineHour: hour + 60 * 24 }, known)).toEqual({});
  });

  it("refuses what the content store would: long titles, texts and points", () => {
    const long = { ...good, title: "t".repeat(121), text: "x".repeat(20_001), deliver: ["p".repeat(281)] };
    expect(Object.keys(checkPost(long, known)).sort()).toEqual(["deliver", "text", "title"]);
  });

  it("takes a week when no deadline was chosen", () => {
    expect(deadlineOf(good, now)).toBe(Math.floor(now / 3_600) + 168);
  });

  it("makes the same content id from the same draft every time, so that a retry posts the same task", () => {
    const p = {
      now,
      posterId: 7,
      skill: { skillId: 3, name: "Poetry", symbol: "poetry" },
      quotedBand: 2,
      sealing: null,
    };
    const first = postParameters(good, p);
    const second = postParameters(good, p);
    expect(second).toEqual(first);
    expect(first.terms).toMatchObject({
      price: "2500000",
      quotedBand: 2,
      flags: 0,
      claimHours: 4,
      reviewHours: 72,
    });
    const { contentId, put, salt } = first.content;
    if (put === null) throw new Error("nothing to store");
    expect(JSON.parse(put.body)).toEqual({ v: 1, title: "A poem", text: "Rain.", deliver: ["It rhymes"] });
    expect(
      verifyContent({
        body: contentBytes(put),
        saltHash: keccak256(salt as `0x${string}`),
        contentId: contentId as `0x${string}`,
      }),
    ).toBe(true);
  });

  it("flags a task for people only", () => {
    const p = {
      now,
      posterId: 7,
      skill: { skillId: 3, name: "Poetry", symbol: "poetry" },
      quotedBand: null,
      sealing: null,
    };
    expect(postParameters({ ...good, botsFirst: false }, p).terms).toMatchObject({
      flags: 1,
      quotedBand: 255,
    });
  });

  it("seals a draft: the title can be read, the rest only with the poster's key, and no bot is asked", () => {
    const { privateKey } = sealingKeysFromSeed(new Uint8Array(32).fill(3));
    const skill = { skillId: 3, name: "Poetry", symbol: "poetry" };
    const p = { now, posterId: 7, skill, quotedBand: null, sealing: privateKey };
    const sealed = postParameters({ ...good, sealed: true }, p);
    expect(sealed.terms.flags).toBe(TaskFlags.SEALED | TaskFlags.HUMAN_ONLY);
    expect(postParameters({ ...good, sealed: true }, p)).toEqual(sealed);
    const stored = parseSealedTaskBody(sealed.content.put?.body ?? "");
    expect(stored.title).toBe("A poem");
    expect(sealed.content.put?.body).not.toMatch(/Rain|rhymes/);
    const contentKey = taskContentKey({ privateKey, saltHash: saltHashOf(good.salt as `0x${string}`) });
    expect(openTaskBody({ sealed: stored, contentKey })).toMatchObject({
      text: "Rain.",
      deliver: ["It rhymes"],
    });
    expect(() => postParameters({ ...good, sealed: true }, { ...p, sealing: null })).toThrow(/sign once/);
  });

  it("knows a blank draft", () => {
    expect(isBlank(emptyDraft())).toBe(true);
    expect(isBlank({ ...emptyDraft(), deliver: ["x"] })).toBe(false);
  });
});

describe("paying a person", () => {
  const base = { toId: 2, myId: 1, available: 10_000_000n, balance: 3_000_000n, note: "" };

  it("says how much of it is credit", () => {
    expect(checkPay({ ...base, text: "5" })).toEqual({ ok: true, amount: 5_000_000n, onCredit: 2_000_000n });
    expect(checkPay({ ...base, text: "3" })).toMatchObject({ onCredit: 0n });
    expect(checkPay({ ...base, balance: -1n, text: "3" })).toMatchObject({ onCredit: 3_000_000n });
  });

  it("refuses nobody, oneself, and more than can be spent", () => {
    expect(checkPay({ ...base, toId: null, text: "1" })).toMatchObject({ ok: false, field: "to" });
    expect(checkPay({ ...base, toId: 1, text: "1" })).toMatchObject({ ok: false, field: "to" });
    expect(checkPay({ ...base, text: "10.000001" })).toMatchObject({ ok: false, field: "amount" });
    expect(checkPay({ ...base, text: "1", note: "x".repeat(501) })).toMatchObject({
      ok: false,
      field: "note",
    });
  });

  it("seals its note to both ends, keeps the words only of a public one, and needs none", () => {
    const [mine, theirs] = [4, 5].map((fill) => sealingKeysFromSeed(new Uint8Array(32).fill(fill)));
    if (!mine || !theirs) throw new Error("no keys");
    expect(packNote("  ", null)).toBeNull();
    const open = packNote(" For the bread ", null);
    expect(open?.words).toBe("For the bread");
    expect(open?.content.put?.body).toContain("For the bread");
    const sealed = packNote("For the bread", [theirs.publicKey, mine.publicKey]);
    expect(JSON.stringify(sealed)).not.toContain("bread");
    const stored = parseSealedNote(sealed?.content.put?.body ?? "");
    expect(openNote({ sealed: stored, privateKey: theirs.privateKey }).text).toBe("For the bread");
  });
});

describe("a skill and a profile", () => {
  it("make a short word from a name", () => {
    expect(symbolOf("Élan & Poésie, lyrique du matin")).toBe("elan-poesie-lyri");
    expect(symbolOf("  ")).toBe("");
  });

  it("refuse what the contracts refuse", () => {
    const existing = [skillWith({})];
    expect(checkSkill({ name: "Verse", symbol: "verse", about: "", existing })).toEqual({});
    expect(checkSkill({ name: "", symbol: "A", about: "", existing })).toMatchObject({
      name: expect.any(String),
      symbol: expect.any(String),
    });
    expect(checkSkill({ name: "ü".repeat(33), symbol: "poetry", about: "", existing })).toMatchObject({
      name: expect.stringMatching(/long/),
      symbol: expect.stringMatching(/taken/),
    });
    expect(checkProfile({ name: "Ada", about: "" })).toEqual({});
    expect(checkProfile({ name: " ", about: "a".repeat(2_001) })).toMatchObject({
      name: expect.any(String),
      about: expect.any(String),
    });
  });
});
