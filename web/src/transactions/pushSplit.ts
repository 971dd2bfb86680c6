import { pushSplit as pushSplitCall } from "@peercommons/sdk";
import { accountRef } from "@peercommons/sdk/schemas";
import { z } from "zod";
import { defineTransaction } from "./types";

export const pushSplit = defineTransaction({
  parameters: z.object({ bot: accountRef, pending: z.string(), splits: z.int() }),
  title: (p) => `Share out what ${p.bot.name} earned`,
  act: "Share it out",
  items: (p) => [
    { label: "Waiting to be shared out", amount: p.pending },
    { label: "Earned by", account: p.bot },
    { label: "To", text: "whoever ran it, its creator, the commons and the skill's pot, by its fixed terms" },
    { label: "Who may do this", text: "anyone" },
  ],
  intent: (p) => `split:${p.bot.accountId}:${p.splits}:${p.pending}`,
  call: (p, { deployment }) => pushSplitCall({ deployment, botId: p.bot.accountId }),
  renews: () => [["commons"], ["bots"]],
  done: () => ({ sentence: "Shared out, to the last unit.", href: "/commons", link: "See the commons" }),
});
