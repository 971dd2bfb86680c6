import { pay } from "@peercommons/sdk";
import { accountRef } from "@peercommons/sdk/schemas";
import type { Address, Hex } from "viem";
import { z } from "zod";
import { contentPart, store } from "./parts";
import { defineTransaction, type Item } from "./types";

export const payMember = defineTransaction({
  parameters: z.object({
    formId: z.string(),
    payerId: z.int(),
    to: accountRef,
    amount: z.string(),
    onCredit: z.string(),
    /** its words are kept here only when they are public */
    note: z.object({ content: contentPart, words: z.string().nullable() }).nullable(),
  }),
  title: (p) => `Pay ${p.to.name}`,
  act: "Pay",
  items: (p) => [
    { label: "To", account: p.to },
    { label: "Amount", amount: p.amount },
    ...(p.onCredit === "0" ? [] : [{ label: "Of it drawn on your credit", amount: p.onCredit }]),
    { label: "Fee", text: "none" },
    ...noteItems(p.note, p.to.name),
  ],
  undo: () => "A payment cannot be taken back.",
  intent: (p) => `pay:${p.formId}`,
  prepare: async (p, tools) =>
    p.note === null ? p : { ...p, note: { ...p.note, content: await store(p.note.content, tools) } },
  call: (p, { deployment }) =>
    pay({
      deployment,
      to: p.to.address as Address,
      amount: BigInt(p.amount),
      memo: p.note?.content.contentId as Hex | undefined,
    }),
  renews: (p) => [
    ["account", p.payerId],
    ["account", p.to.accountId],
  ],
  done: (p) => ({ sentence: `${p.to.name} has been paid.`, href: "/credit", link: "See your statement" }),
});

function noteItems(note: { words: string | null } | null, name: string): Item[] {
  if (note === null) return [];
  return [{ label: "Note", text: note.words ?? `sealed: only ${name} and you can read it` }];
}
