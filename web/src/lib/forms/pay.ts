import { formatPeer } from "@peercommons/sdk";
import { readAmount } from "./amount";

export type PayCheck =
  | { ok: true; amount: bigint; onCredit: bigint }
  | { ok: false; field: "to" | "amount"; sentence: string };

/** Checks a payment before it is shown for review. `available` and `balance` are null while unknown. */
export function checkPay(p: {
  toId: number | null;
  myId: number;
  text: string;
  available: bigint | null;
  balance: bigint | null;
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
  const own = p.balance === null || p.balance < 0n ? 0n : p.balance;
  return { ok: true, amount: read.amount, onCredit: read.amount > own ? read.amount - own : 0n };
}
