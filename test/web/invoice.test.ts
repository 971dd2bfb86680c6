import { obligationTypedData } from "@peercommons/sdk";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { checkInvoice } from "@/lib/forms/invoice";
import { memoOf, readInvoice, type SignedInvoice, signedByCreditor, writeInvoice } from "@/lib/invoice";
import { deployment } from "./deployment";

const salt = `0x${"ab".repeat(32)}` as const;

const creditor = privateKeyToAccount(`0x${"11".repeat(32)}`);
const note = "Logo für das Café ☕";

async function invoice(change: Partial<SignedInvoice["obligation"]> = {}): Promise<SignedInvoice> {
  const obligation = {
    debtorId: 7,
    creditorId: 9,
    number: 4_294_967_295,
    amount: 2_500_000n,
    dueDay: 20_500,
    memo: memoOf(note, salt),
    deadline: 1_800_000_000n,
  };
  const signature = await creditor.signTypedData(obligationTypedData(deployment, obligation));
  return { obligation: { ...obligation, ...change }, note, salt, signature };
}

describe("an invoice in a link", () => {
  it("comes out as it went in, in letters a link may have", async () => {
    const one = await invoice();
    const text = writeInvoice(one);
    expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(readInvoice(text)).toEqual(one);
  });

  it("is none when it was cut or changed into something else", async () => {
    const text = writeInvoice(await invoice());
    for (const bad of [
      null,
      "",
      "x",
      text.slice(0, -9),
      `${text}AA`,
      text.replace(/^.{8}/, "AAAAAAAA"),
      "%%%",
    ])
      expect(readInvoice(bad)).toBeNull();
    expect(readInvoice(writeInvoice(await invoice({ amount: 0n })))).toBeNull();
    expect(readInvoice(writeInvoice(await invoice({ amount: 2n ** 64n })))).toBeNull();
    expect(readInvoice(writeInvoice(await invoice({ debtorId: 0 })))).toBeNull();
  });

  it("shows whether its creditor signed exactly this", async () => {
    const signed = (one: SignedInvoice) => signedByCreditor(deployment, creditor.address, one);
    expect(await signed(await invoice())).toBe(true);
    expect(await signed(await invoice({ amount: 2_500_001n }))).toBe(false);
    expect(await signed(await invoice({ memo: memoOf("Another note", salt) }))).toBe(false);
  });
});

describe("an invoice before it is signed", () => {
  const now = 20_400 * 86_400 + 5;
  const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
  const form = { debtorId: 7, myId: 9, text: "2.5", due: day(20_430), note: "", now };

  it("is good with a debtor, an amount and a day", () => {
    expect(checkInvoice(form)).toEqual({ ok: true, amount: 2_500_000n, dueDay: 20_430 });
    expect(checkInvoice({ ...form, due: day(20_400) })).toMatchObject({ ok: true });
  });

  it.each([
    [{ debtorId: null }, "debtor"],
    [{ debtorId: 9 }, "debtor"],
    [{ text: "" }, "amount"],
    [{ text: "-1" }, "amount"],
    [{ text: "99999999999999999999" }, "amount"],
    [{ due: "" }, "due"],
    [{ due: "tomorrow" }, "due"],
    [{ due: day(20_399) }, "due"],
    [{ due: day(30_000) }, "due"],
    [{ note: "x".repeat(281) }, "note"],
  ] as const)("says what is wrong with %o", (change, field) => {
    const check = checkInvoice({ ...form, ...change });
    expect(check).toMatchObject({ ok: false, field });
    if (!check.ok) expect(check.sentence).toMatch(/^[\dA-Z-].*\.$/);
  });
});
