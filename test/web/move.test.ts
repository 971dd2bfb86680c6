import type { Deployment } from "@peercommons/sdk";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import {
  checkNewOwner,
  type Move,
  moveTypedData,
  readAnswer,
  readMove,
  signedByNewOwner,
  writeMove,
} from "@/lib/move";
import { ada, bruno } from "./fixtures";

const wallet = privateKeyToAccount(`0x${"11".repeat(32)}`);
const deployment = { chainId: 31_337, contracts: { Members: ada.address } } as Deployment;
const move: Move = { accountId: 7, newOwner: wallet.address, deadline: 2_000 };
const asked = { accountId: 7, newOwner: wallet.address.toLowerCase(), now: 1_000 };
const answer = async () => ({
  ...move,
  signature: await wallet.signTypedData(moveTypedData(deployment, move)),
});

describe("the link to the new wallet", () => {
  it("carries the question", () => {
    expect(readMove(writeMove(move))).toEqual(move);
    expect(
      readMove(` ${writeMove({ ...move, newOwner: wallet.address.toLowerCase() as `0x${string}` })} `),
    ).toEqual(move);
  });

  it.each(["", "7", "7.0x12.2000", `x.${wallet.address}.2000`, `7.${wallet.address}.2000.0xab`, null])(
    "is not %j",
    (text) => expect(readMove(text)).toBeNull(),
  );

  it("leads to an address that is one, and another than now", () => {
    expect(checkNewOwner(` ${wallet.address} `, ada.address)).toBeUndefined();
    expect(checkNewOwner("0x12", ada.address)).toMatch(/40 hexadecimal/);
    expect(checkNewOwner(ada.address.toUpperCase().replace("0X", "0x"), ada.address)).toMatch(/has now/);
  });
});

describe("the new wallet's answer", () => {
  it("is read whole, and proves who signed it", async () => {
    const signed = await answer();
    const read = readAnswer(` ${writeMove(signed)}\n`, asked);
    expect(read).toEqual({ ok: true, move: signed });
    expect(await signedByNewOwner(deployment, signed)).toBe(true);
    expect(await signedByNewOwner(deployment, { ...signed, accountId: 8 })).toBe(false);
    expect(await signedByNewOwner(deployment, { ...signed, deadline: 2_001 })).toBe(false);
  });

  it("is refused with a sentence when it answers something else", async () => {
    const word = writeMove(await answer());
    const sentence = (change: Partial<typeof asked>, text = word) => {
      const read = readAnswer(text, { ...asked, ...change });
      return read.ok ? "" : read.sentence;
    };
    expect(sentence({ accountId: 8 })).toMatch(/another account/);
    expect(sentence({ newOwner: bruno.address })).toMatch(/another address/);
    expect(sentence({ now: 2_000 })).toMatch(/run out/);
    expect(sentence({}, writeMove(move))).toMatch(/not the answer/);
    expect(sentence({}, word.slice(0, -2))).toMatch(/part of it is missing/);
    expect(sentence({}, "hello")).toMatch(/not the answer/);
  });
});
