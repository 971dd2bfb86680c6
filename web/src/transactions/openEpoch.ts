import { openEpoch as openEpochCall } from "@peercommons/sdk";
import { z } from "zod";
import { defineTransaction } from "./types";

export const openEpoch = defineTransaction({
  parameters: z.object({ epoch: z.int() }),
  title: () => "Open this week's income",
  act: "Open the week",
  items: () => [
    {
      label: "What happens",
      text: "a quarter of the free commons is set aside in equal shares, one for every seat",
    },
    { label: "Who may do this", text: "anyone, once a week" },
  ],
  intent: (p) => `epoch:${p.epoch}`,
  call: (_, { deployment }) => openEpochCall({ deployment }),
  renews: () => [["commons"], ["account"]],
  done: () => ({
    sentence: "The week is open; everyone's share is set aside.",
    href: "/commons",
    link: "See the commons",
  }),
});
