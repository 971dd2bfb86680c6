import { refreshLimit as refreshLimitCall } from "@peercommons/sdk";
import { z } from "zod";
import { defineTransaction } from "./types";

export const refreshLimit = defineTransaction({
  parameters: z.object({ accountId: z.int(), state: z.string() }),
  title: () => "Bring a credit limit up to date",
  act: "Bring it up to date",
  items: () => [
    { label: "What happens", text: "the limit is written as the rules say it should be today" },
    { label: "Who may do this", text: "anyone" },
  ],
  intent: (p) => `refreshLimit:${p.accountId}:${p.state}`,
  call: (p, { deployment }) => refreshLimitCall({ deployment, accountId: p.accountId }),
  renews: (p) => [["account"], ["person", p.accountId]],
  done: () => ({ sentence: "The limit is up to date." }),
});
