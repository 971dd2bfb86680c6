import { depositToken as depositTokenCall, depositWithPermit } from "@peercommons/sdk";
import { address, hex } from "@peercommons/sdk/schemas";
import type { Address, Hex } from "viem";
import { z } from "zod";
import { defineTransaction } from "./types";

export const bringIn = defineTransaction({
  parameters: z.object({
    accountId: z.int(),
    token: address,
    symbol: z.string(),
    units: z.string(),
    /** What comes of it when the token takes no fee. */
    amount: z.string(),
    /** Null when the wallet has approved the gate before. */
    permit: z.object({ deadline: z.string(), signature: hex }).nullable(),
    formId: z.string(),
  }),
  title: (p) => `Bring in ${p.symbol}`,
  act: "Bring it in",
  items: (p) => [
    { label: "You give", text: `${p.symbol}, as much as you get` },
    { label: "You get", amount: p.amount },
    { label: "If the token takes a fee", text: "you get what arrives" },
    { label: "Fee of the gate", text: "none" },
  ],
  undo: () => "You may take out what you brought in, up to a quarter a week, out of money you have.",
  intent: (p) => `bringIn:${p.formId}`,
  call: (p, { deployment }) => {
    const base = { deployment, accountId: p.accountId, token: p.token as Address, amount: BigInt(p.units) };
    if (p.permit === null) return depositTokenCall(base);
    return depositWithPermit({
      ...base,
      deadline: BigInt(p.permit.deadline),
      signature: p.permit.signature as Hex,
    });
  },
  renews: (p) => [["account", p.accountId]],
  done: () => ({ sentence: "It has come in.", href: "/credit", link: "See your statement" }),
});
