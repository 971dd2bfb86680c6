import { rotateAccount as rotateAccountCall } from "@peercommons/sdk";
import { address, hex } from "@peercommons/sdk/schemas";
import type { Address, Hex } from "viem";
import { z } from "zod";
import { defineTransaction } from "./types";

export const rotateAccount = defineTransaction({
  parameters: z.object({
    accountId: z.int(),
    from: address,
    newOwner: address,
    deadline: z.int(),
    signature: hex,
  }),
  title: () => "Move to another key",
  act: "Move the account",
  items: (p) => [
    { label: "From", text: p.from },
    { label: "To", text: p.newOwner },
    { label: "Moves along", text: "number, name, seat, vote, levels, money, debts and all open tasks" },
    { label: "Stays behind", text: "what was sealed to the old key: keep that wallet to read it" },
  ],
  undo: () => "Only the new key can move the account back. Make sure that it is yours.",
  intent: (p) => `rotate:${p.accountId}:${p.newOwner.toLowerCase()}:${p.deadline}`,
  call: (p, { deployment }) =>
    rotateAccountCall({
      deployment,
      accountId: p.accountId,
      newOwner: p.newOwner as Address,
      deadline: BigInt(p.deadline),
      signature: p.signature as Hex,
    }),
  renews: () => [["account"], ["person"], ["people"], ["task"], ["tasks"]],
  done: () => ({
    sentence:
      "The account belongs to the new key. Connect that wallet, and set your sealing key anew, so that work for you is sealed to it.",
    href: "/settings",
    link: "Open settings",
  }),
});
