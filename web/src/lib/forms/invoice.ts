import { maxNote } from "../invoice";
import { readAmount } from "./amount";

const DAY = 86_400;
/** What the contract's field holds. */
const most = 0xffff_ffff_ffff_ffffn;

export type InvoiceCheck =
  | { ok: true; amount: bigint; dueDay: number }
  | { ok: false; field: "debtor" | "amount" | "due" | "note"; sentence: string };

/** Checks an invoice before it is signed. `due` is what a date field gives: 2026-12-31. */
export function checkInvoice(p: {
  debtorId: number | null;
  myId: number;
  text: string;
  due: string;
  note: string;
  now: number;
}): InvoiceCheck {
  const no = (field: "debtor" | "amount" | "due" | "note", sentence: string): InvoiceCheck => ({
    ok: false,
    field,
    sentence,
  });
  if (p.debtorId === null) return no("debtor", "Choose who owes it to you.");
  if (p.debtorId === p.myId) return no("debtor", "That is you. Choose somebody else.");
  const read = readAmount(p.text);
  if (!read.ok) return no("amount", read.sentence);
  if (read.amount > most) return no("amount", "No invoice can be that large. Enter less.");
  const time = Date.parse(`${p.due}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(p.due) || Number.isNaN(time)) return no("due", "Choose the day it is due.");
  const dueDay = time / 1_000 / DAY;
  if (dueDay < Math.floor(p.now / DAY)) return no("due", "That day is over. Choose today or a later one.");
  if (dueDay > Math.floor(p.now / DAY) + 3_650)
    return no("due", "That is more than ten years away. Choose an earlier day.");
  if (p.note.length > maxNote)
    return no("note", `A note has at most ${maxNote} characters. Make it shorter.`);
  return { ok: true, amount: read.amount, dueDay };
}
