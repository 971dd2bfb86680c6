import { formatPeer } from "@peercommons/sdk";
import { encodeNote, encodeSealedNote, packContent } from "@peercommons/sdk/content";
import { sealNote } from "@peercommons/sdk/sealing";
import type { Hex } from "viem";
import type { ParametersOf } from "@/transactions/registry";
import { contentPartOf } from "../contentPart";
import { readAmount } from "./amount";

export type PayCheck =
  | { ok: true; amount: bigint; onCredit: bigint }
  | { ok: false; field: "to" | "amount" | "note"; sentence: string };

export const longestNote = 500;

/** Checks a payment before it is shown for review. `available` and `balance` are null while unknown. */
export function checkPay(p: {
  toId: number | null;
  myId: number;
  text: string;
  available: bigint | null;
  balance: bigint | null;
  note: string;
}): PayCheck {
  if (p.toId === null) return { ok: false, field: "to", sentence: "Choose whom to pay." };
  if (p.toId === p.myId) return { ok: false, field: "to", sentence: "That is you. Choose somebody else." };
  const read = readAmount(p.text);
  if (!read.ok) return { ok: false, field: "amount", sentence: read.sentence };
  if (p.available !== null && read.amount > p.available) {
    return {
      ok: false,
      field: "amount",
      sentence: `You can spend ${formatPeer(p.available)} PEER just now. Pay less, or earn some first.`,
    };
  }
  if (p.note.length > longestNote) {
    return {
      ok: false,
      field: "note",
      sentence: `The note has ${p.note.length} characters and ${longestNote} fit. Shorten it.`,
    };
  }
  const own = p.balance === null || p.balance < 0n ? 0n : p.balance;
  return { ok: true, amount: read.amount, onCredit: read.amount > own ? read.amount - own : 0n };
}

/** A payment's note as what is stored: sealed to its two readers, or public when there are none. Null when nothing was written. */
export function packNote(text: string, readers: [Hex, Hex] | null): ParametersOf<"payMember">["note"] {
  const words = text.trim();
  if (words === "") return null;
  const note = { v: 1, text: words } as const;
  const bytes = readers ? encodeSealedNote(sealNote({ note, readers })) : encodeNote(note);
  return { content: contentPartOf(packContent(bytes)), words: readers ? null : words };
}
