import {
  decodeAccount,
  decodeHistogram,
  decodeLedgerAccount,
  decodeSkillWord,
  decodeStanding,
  decodeTask,
  encodeHistogram,
  encodeSkillWord,
  encodeStanding,
  encodeTask,
  posterOf,
  taskIdOf,
} from "@peercommons/sdk";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const bits = (count: number) => fc.bigInt({ min: 0n, max: 2n ** BigInt(count) - 1n });

/** State 7 is not a state: bits 226 to 228 are never all set. */
const taskWord = bits(253).map((word) => (((word >> 226n) & 7n) === 7n ? word ^ (1n << 226n) : word));

describe("words and fields are each other's inverse", () => {
  it("for tasks", () => {
    fc.assert(
      fc.property(taskWord, (word) => {
        expect(encodeTask(decodeTask(word))).toBe(word);
      }),
    );
  });

  it("for standings", () => {
    fc.assert(
      fc.property(bits(224), (word) => {
        expect(encodeStanding(decodeStanding(word))).toBe(word);
      }),
    );
  });

  it("for skill words", () => {
    fc.assert(
      fc.property(bits(216), (word) => {
        expect(encodeSkillWord(decodeSkillWord(word))).toBe(word);
      }),
    );
  });

  it("for histograms, which saturate", () => {
    fc.assert(
      fc.property(bits(256), (word) => {
        expect(encodeHistogram(decodeHistogram(word))).toBe(word);
      }),
    );
    expect(decodeHistogram(encodeHistogram([70_000]))[0]).toBe(65_535);
  });

  it("for task ids", () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), fc.nat(0xffffffff), (poster, counter) => {
        const taskId = taskIdOf(poster, counter);
        expect(posterOf(taskId)).toBe(poster);
        expect(Number(taskId & 0xffffffffn)).toBe(counter);
      }),
    );
  });
});

describe("decoding", () => {
  it("reads an empty word as no task", () => {
    expect(decodeTask(0n)).toMatchObject({ state: "None", workerId: 0, price: 0n });
  });

  it("reads fields where the contract puts them", () => {
    const word = 9n | (5_000_000n << 32n) | (3n << 88n) | (1n << 226n) | (6n << 239n) | (2n << 247n);
    expect(decodeTask(word)).toMatchObject({
      workerId: 9,
      price: 5_000_000n,
      skillId: 3,
      state: "Open",
      tau: 6,
      daysAhead: 2,
    });
  });

  it("reads an account's word", () => {
    const owner = 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266n;
    const word = owner | (1n << 160n) | (20_500n << 168n) | (20_400n << 184n) | (1n << 224n);
    expect(decodeAccount(word)).toEqual({
      owner: "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
      kind: "Member",
      seatUntilDay: 20_500,
      seatedSinceDay: 20_400,
      skillId: 0,
      founder: true,
    });
  });

  it("reads a debt as a negative balance", () => {
    const word = (2n ** 96n - 4_000_000n) | (10_000_000n << 96n) | (8n << 248n);
    expect(decodeLedgerAccount(word)).toMatchObject({ balance: -4_000_000n, limit: 10_000_000n, flags: 8 });
  });

  it("refuses to cut a value that does not fit", () => {
    const task = decodeTask(0n);
    expect(() => encodeTask({ ...task, price: 2n ** 56n })).toThrow(/price is \d+, but it has 56 bits/);
    expect(() => encodeTask({ ...task, workerId: -1 })).toThrow(RangeError);
  });
});
