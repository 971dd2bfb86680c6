import { setProfile as setProfileCall } from "@peercommons/sdk";
import type { Hex } from "viem";
import { z } from "zod";
import { contentPart, store } from "./parts";
import { defineTransaction } from "./types";

export const setProfile = defineTransaction({
  parameters: z.object({ accountId: z.int(), name: z.string(), about: z.string(), content: contentPart }),
  title: (p) => `Be known as ${p.name}`,
  act: "Publish",
  items: (p) => [
    { label: "Name, public", text: p.name },
    { label: "About you, public", text: p.about || "nothing" },
  ],
  undo: () => "You can change it whenever you like; the old text may stay readable.",
  intent: (p) => `profile:${p.content.contentId}`,
  prepare: async (p, tools) => ({ ...p, content: await store(p.content, tools) }),
  call: (p, { deployment }) =>
    setProfileCall({ deployment, accountId: p.accountId, contentId: p.content.contentId as Hex }),
  renews: (p) => [["account"], ["person", p.accountId], ["people"], ["tasks"], ["feed"]],
  done: (p) => ({
    sentence: `You are ${p.name} now.`,
    href: `/people/${p.accountId}`,
    link: "How others see you",
  }),
});
