import { join as joinCall } from "@peercommons/sdk";
import { hash } from "@peercommons/sdk/schemas";
import type { Hex } from "viem";
import { z } from "zod";
import { defineTransaction } from "./types";

export const join = defineTransaction({
  parameters: z.object({
    personhood: z.enum(["WelcomeDesk", "Sponsorship"]),
    /** the seat there was before, so that joining again is another wish */
    seat: z.string(),
    sealingKey: hash.optional(),
  }),
  title: () => "Join the town",
  act: "Join",
  items: ({ personhood }) => [
    {
      label: "You get",
      text: "a seat: basic credit of 10 PEER at once, a share of the weekly income, one vote",
    },
    { label: "You can", text: "claim tasks and post your own" },
    {
      label: "Who lets you in",
      text:
        personhood === "WelcomeDesk"
          ? "the welcome desk of this town, which admits anyone"
          : "two members who vouched that you are one human",
    },
    { label: "Made on the way", text: "your sealing key, so that work for you is readable by you alone" },
  ],
  undo: () => "You can leave at any time; what you earned stays yours.",
  intent: (p) => `join:${p.seat}`,
  prepare: async (p, tools) => ({ ...p, sealingKey: p.sealingKey ?? (await tools.sealingKey()) }),
  call: (p, { deployment }) => joinCall({ deployment, sealingKey: p.sealingKey as Hex | undefined }),
  renews: () => [["account"], ["people"], ["stats"], ["feed"]],
  done: () => ({
    sentence: "You are a member. Choose a name, so that people know whom they work with.",
    href: "/settings",
    link: "Choose a name",
  }),
});
