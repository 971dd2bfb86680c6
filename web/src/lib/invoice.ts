import { type Deployment, type Obligation, obligationTypedData } from "@peercommons/sdk";
import { contentIdOf, encodeNote, newSalt } from "@peercommons/sdk/content";
import { type Address, type Hex, verifyTypedData, zeroHash } from "viem";
import { z } from "zod";
import { fromLinkText, toLinkText } from "./linkText";

/** An invoice its creditor has signed, with the note both know; it travels in a link. */
export type SignedInvoice = { obligation: Obligation; note: string; salt: Hex; signature: Hex };

/** The longest note, so that the link stays one that can be sent. */
export const maxNote = 280;

const word = z.object({
  d: z.int().min(1).max(4_294_967_295),
  c: z.int().min(1).max(4_294_967_295),
  n: z.int().min(0).max(4_294_967_295),
  a: z.string().regex(/^[1-9]\d{0,19}$/),
  u: z.int().min(0).max(65_535),
  e: z.int().min(0).max(4_294_967_295),
  t: z.string().max(maxNote),
  s: z.string().regex(/^0x[0-9a-f]{64}$/i),
  g: z.string().regex(/^0x([0-9a-f]{2}){65,1024}$/i),
});

/** The note's content id; it stands on the books, the note itself does not. */
export const memoOf = (note: string, salt: Hex): Hex =>
  note === "" ? zeroHash : contentIdOf(encodeNote({ v: 1, text: note }), salt);

export function writeInvoice({ obligation: o, note, salt, signature }: SignedInvoice): string {
  return toLinkText({
    d: o.debtorId,
    c: o.creditorId,
    n: o.number,
    a: o.amount.toString(),
    u: o.dueDay,
    e: Number(o.deadline),
    t: note,
    s: salt,
    g: signature,
  } satisfies z.infer<typeof word>);
}

/** Reads an invoice from a link; null when it is none or was cut. */
export function readInvoice(text: string | null): SignedInvoice | null {
  const parsed = word.safeParse(fromLinkText(text));
  if (!parsed.success) return null;
  const { d, c, n, a, u, e, t, s, g } = parsed.data;
  const amount = BigInt(a);
  if (amount > 0xffff_ffff_ffff_ffffn) return null;
  const salt = s as Hex;
  const obligation = {
    debtorId: d,
    creditorId: c,
    number: n,
    amount,
    dueDay: u,
    memo: memoOf(t, salt),
    deadline: BigInt(e),
  };
  return { obligation, note: t, salt, signature: g as Hex };
}

/** Whether an ordinary account signed it. Contract wallets are checked by the chain alone. */
export const signedByCreditor = (
  deployment: Deployment,
  address: string,
  { obligation, signature }: SignedInvoice,
): Promise<boolean> =>
  verifyTypedData({
    address: address as Address,
    signature,
    ...obligationTypedData(deployment, obligation),
  });

/** A number no other invoice of the creditor is likely to have, and a salt nobody can guess. */
export function freshInvoice(): { number: number; salt: Hex } {
  const [number = 0] = crypto.getRandomValues(new Uint32Array(1));
  return { number, salt: newSalt() };
}
