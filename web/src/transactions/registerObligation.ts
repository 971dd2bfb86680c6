import { registerObligation as registerObligationCall } from "@peercommons/sdk";
import { accountRef, hash, hex } from "@peercommons/sdk/schemas";
import type { Hex } from "viem";
import { z } from "zod";
import { defineTransaction } from "./types";

export const registerObligation = defineTransaction({
  parameters: z.object({
    debtor: accountRef,
    creditor: accountRef,
    number: z.int(),
    amount: z.string(),
    dueDay: z.int(),
    due: z.string(),
    memo: hash,
    note: z.string(),
    deadline: z.string(),
    creditorSignature: hex,
  }),
  title: (p) => `Accept the invoice of ${p.creditor.name}`,
  act: "Accept it",
  items: (p) => [
    { label: "You owe", account: p.creditor, amount: p.amount },
    { label: "Due", text: p.due },
    ...(p.note === "" ? [] : [{ label: "For", text: p.note }]),
    { label: "Moves now", text: "nothing; you pay later, or it is netted against what others owe you" },
  ],
  undo: (p) => `An accepted invoice stays until it is paid or netted, or ${p.creditor.name} waives it.`,
  intent: (p) => `invoice:${p.creditor.accountId}:${p.number}`,
  call: (p, { deployment }) =>
    registerObligationCall({
      deployment,
      obligation: {
        debtorId: p.debtor.accountId,
        creditorId: p.creditor.accountId,
        number: p.number,
        amount: BigInt(p.amount),
        dueDay: p.dueDay,
        memo: p.memo as Hex,
        deadline: BigInt(p.deadline),
      },
      creditorSignature: p.creditorSignature as Hex,
    }),
  renews: () => [["account"]],
  done: (p) => ({
    sentence: `${p.creditor.name}'s invoice is on the books.`,
    href: "/credit#invoices",
    link: "See your invoices",
  }),
});
