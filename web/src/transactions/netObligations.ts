import { clearObligations } from "@peercommons/sdk";
import { obligation } from "@peercommons/sdk/schemas";
import { z } from "zod";
import { defineTransaction } from "./types";

export const netObligations = defineTransaction({
  parameters: z.object({
    amount: z.string(),
    obligations: z.array(
      obligation.pick({ obligationId: true, debtor: true, creditor: true, remaining: true }),
    ),
  }),
  title: (p) => `Net a circle of ${p.obligations.length}`,
  act: "Net it",
  items: (p) => [
    ...p.obligations.map(({ debtor, creditor }) => ({
      label: `${debtor.name} owes ${creditor.name} less by`,
      amount: p.amount,
    })),
    { label: "Money that moves", text: "none; everybody has as much as before" },
  ],
  undo: () => "Netted debts are gone for good, on all sides alike.",
  intent: (p) =>
    `net:${p.amount}:${p.obligations.map((each) => `${each.obligationId}-${each.remaining}`).join(":")}`,
  call: (p, { deployment }) =>
    clearObligations({
      deployment,
      edges: p.obligations.map(({ obligationId }) => ({
        obligationId: BigInt(obligationId),
        amount: BigInt(p.amount),
      })),
    }),
  renews: () => [["account"]],
  done: (p) => ({
    sentence: `${p.obligations.length} debts are smaller, and nobody paid.`,
    href: "/credit#invoices",
    link: "See your invoices",
  }),
});
