import { claimIncome as claimIncomeCall } from "@peercommons/sdk";
import { z } from "zod";
import { defineTransaction } from "./types";

export const claimIncome = defineTransaction({
  parameters: z.object({ accountId: z.int(), amount: z.string(), epoch: z.int() }),
  title: () => "Take your basic income",
  act: "Take it",
  items: (p) => [
    { label: "From the commons to you", amount: p.amount },
    { label: "Where it comes from", text: "demurrage on money at rest and what bots earned" },
  ],
  intent: (p) => `income:${p.accountId}:${p.epoch}:${p.amount}`,
  call: (p, { deployment }) => claimIncomeCall({ deployment, accountId: p.accountId }),
  renews: (p) => [["account", p.accountId], ["commons"]],
  done: () => ({ sentence: "Your share has arrived.", href: "/credit", link: "See your statement" }),
});
