import { payBySig } from "@peercommons/sdk";
import { accountRef, address, hash, hex } from "@peercommons/sdk/schemas";
import type { Address, Hex } from "viem";
import { z } from "zod";
import { defineTransaction } from "./types";

export const cashPayment = defineTransaction({
  parameters: z.object({
    from: address,
    to: address,
    payer: accountRef.nullable(),
    payee: accountRef.nullable(),
    amount: z.string(),
    memo: hash,
    nonce: z.string(),
    deadline: z.string(),
    signature: hex,
  }),
  title: (p) => `Send ${p.payer?.name ?? "a stranger"}'s signed payment`,
  act: "Send it",
  items: (p) => [
    p.payer ? { label: "From", account: p.payer } : { label: "From", text: p.from },
    p.payee ? { label: "To", account: p.payee } : { label: "To", text: p.to },
    { label: "Amount", amount: p.amount },
    { label: "Fee", text: "none" },
  ],
  undo: () => "A payment cannot be taken back.",
  intent: (p) => `cash:${p.from}:${p.nonce}`,
  call: (p, { deployment }) =>
    payBySig({
      deployment,
      from: p.from as Address,
      to: p.to as Address,
      amount: BigInt(p.amount),
      memo: p.memo as Hex,
      nonce: BigInt(p.nonce),
      deadline: BigInt(p.deadline),
      signature: p.signature as Hex,
    }),
  renews: () => [["account"]],
  done: () => ({ sentence: "The payment has arrived.", href: "/credit", link: "See your statement" }),
});
