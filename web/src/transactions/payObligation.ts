import { settleObligations } from "@peercommons/sdk";
import { accountRef } from "@peercommons/sdk/schemas";
import { z } from "zod";
import { defineTransaction } from "./types";

export const payObligation = defineTransaction({
  parameters: z.object({
    obligationId: z.string(),
    payerId: z.int(),
    creditor: accountRef,
    amount: z.string(),
  }),
  title: (p) => `Pay the invoice of ${p.creditor.name}`,
  act: "Pay it",
  items: (p) => [
    { label: "To", account: p.creditor },
    { label: "Amount", amount: p.amount },
    { label: "From", text: "your balance, then your credit" },
    { label: "Fee", text: "none" },
  ],
  undo: () => "A payment cannot be taken back.",
  intent: (p) => `payInvoice:${p.obligationId}:${p.amount}`,
  call: (p, { deployment }) =>
    settleObligations({
      deployment,
      payerId: p.payerId,
      edges: [{ obligationId: BigInt(p.obligationId), amount: BigInt(p.amount) }],
      receiverIds: [p.creditor.accountId],
    }),
  renews: () => [["account"]],
  done: (p) => ({
    sentence: `${p.creditor.name} has been paid.`,
    href: "/credit",
    link: "See your statement",
  }),
});
