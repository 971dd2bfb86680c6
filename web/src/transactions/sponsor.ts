import { sponsor as sponsorCall } from "@peercommons/sdk";
import type { Address } from "viem";
import { z } from "zod";
import { defineTransaction } from "./types";

export const sponsor = defineTransaction({
  parameters: z.object({ sponsorId: z.int(), newcomer: z.string() }),
  title: () => "Sponsor a newcomer",
  act: "Sponsor",
  items: (p) => [
    { label: "You say", text: "that behind this address is one human, who has no other seat" },
    { label: "Address", text: p.newcomer },
    { label: "Frozen of your own line", amount: "5000000" },
    { label: "Until", text: "the newcomer has been below zero and come back" },
  ],
  undo: () => "You can take it back until the newcomer has joined.",
  intent: (p) => `sponsor:${p.sponsorId}:${p.newcomer.toLowerCase()}`,
  call: (p, { deployment }) =>
    sponsorCall({ deployment, sponsorId: p.sponsorId, newcomer: p.newcomer as Address }),
  renews: (p) => [["account", p.sponsorId], ["person"]],
  done: () => ({ sentence: "You stand for the newcomer." }),
});
