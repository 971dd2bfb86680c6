import { cancelObligation } from "@peercommons/sdk";
import { accountRef } from "@peercommons/sdk/schemas";
import { z } from "zod";
import { defineTransaction } from "./types";

export const waiveObligation = defineTransaction({
  parameters: z.object({
    creditorId: z.int(),
    number: z.int(),
    debtor: accountRef.nullable(),
    remaining: z.string(),
  }),
  title: (p) => (p.debtor ? `Waive what ${p.debtor.name} owes you` : "Strike out an invoice"),
  act: "Waive it",
  items: (p) => [
    ...(p.debtor ? [{ label: "No longer owes you", account: p.debtor, amount: p.remaining }] : []),
    { label: "You receive", text: "nothing" },
  ],
  undo: () => "A waived invoice cannot be brought back; you can write a new one.",
  intent: (p) => `waive:${p.creditorId}:${p.number}`,
  call: (p, { deployment }) => cancelObligation({ deployment, creditorId: p.creditorId, number: p.number }),
  renews: () => [["account"]],
  done: () => ({ sentence: "The invoice is waived." }),
});
