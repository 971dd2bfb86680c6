import { redeemToken } from "@peercommons/sdk";
import { address } from "@peercommons/sdk/schemas";
import type { Address } from "viem";
import { z } from "zod";
import { defineTransaction } from "./types";

export const takeOut = defineTransaction({
  parameters: z.object({
    accountId: z.int(),
    token: address,
    symbol: z.string(),
    amount: z.string(),
    to: address,
    formId: z.string(),
  }),
  title: (p) => `Take out ${p.symbol}`,
  act: "Take it out",
  items: (p) => [
    { label: "You give back", amount: p.amount },
    { label: "You get", text: `${p.symbol}, one for one` },
    { label: "It goes to", text: p.to },
    { label: "Fee of the gate", text: "none" },
  ],
  undo: () => "You can bring it in again.",
  intent: (p) => `takeOut:${p.formId}`,
  call: (p, { deployment }) =>
    redeemToken({
      deployment,
      accountId: p.accountId,
      token: p.token as Address,
      amount: BigInt(p.amount),
      to: p.to as Address,
    }),
  renews: (p) => [["account", p.accountId]],
  done: () => ({ sentence: "It is out.", href: "/credit", link: "See your statement" }),
});
