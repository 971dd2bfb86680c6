import { createSkill as createSkillCall } from "@peercommons/sdk";
import type { Hex } from "viem";
import { z } from "zod";
import { contentPart, store } from "./parts";
import { defineTransaction } from "./types";

export const createSkill = defineTransaction({
  parameters: z.object({
    creatorId: z.int(),
    parentId: z.int(),
    parentName: z.string(),
    name: z.string(),
    symbol: z.string(),
    about: z.string(),
    content: contentPart.nullable(),
  }),
  title: (p) => `Create #${p.symbol}`,
  act: "Create the skill",
  items: (p) => [
    { label: "Name", text: p.name },
    { label: "Its place in the tree", text: `below ${p.parentName}` },
    { label: "What it gives you", text: "no powers: levels in it are earned by work like everywhere" },
  ],
  undo: () => "A skill stays. If nobody uses it, it does no harm.",
  intent: (p) => `skill:${p.symbol}`,
  prepare: async (p, tools) => ({ ...p, content: p.content && (await store(p.content, tools)) }),
  call: (p, { deployment }) =>
    createSkillCall({ ...p, deployment, contentId: p.content?.contentId as Hex | undefined }),
  renews: () => [["skills"], ["skill"]],
  done: (p) => ({
    sentence: `#${p.symbol} is there. Post its first task.`,
    href: "/skills",
    link: "See the tree",
  }),
});
