import { pay } from "@peercommons/sdk";
import { accountRef } from "@peercommons/sdk/schemas";
import type { Address } from "viem";
import { z } from "zod";
import { defineTransaction } from "./types";

export const payMember = defineTransaction({
  parameters: z.object({
    formId: z.string(),
    payerId: z.int(),
    to: accountRef,
    amount: z.string(),
    onCredit: z.string(),
  }),
  title: (p) => `Pay ${p.to.name}`,
  act: "Pay",
  items: (p) => [
    { label: "To", account: p.to },
    { label: "Amount", amount: p.amount },
    ...(p.onCredit === "0" ? [] : [{ label: "Of it drawn on your credit", amount: p.onCredit }]),
    { label: "Fee", text: "none" },
  ],
  undo: () => "A payment cannot be taken back.",
  intent: (p) => `pay:${p.formId}`,
  call: (p, { deployment }) => pay({ deployment, to: p.to.address as Address, amount: BigInt(p.amount) }),
  renews: (p) => [
    ["account", p.payerId],
    ["account", p.to.accountId],
  ],
  done: (p) => ({ sentence: `${p.to.name} has been paid.`, href: "/credit", link: "See your statement" }),
});
