import { postTask as postTaskCall } from "@peercommons/sdk";
import { skillRef } from "@peercommons/sdk/schemas";
import type { Hex } from "viem";
import { z } from "zod";
import { effortName } from "@/lib/format/effort";
import { dayAndTime } from "@/lib/format/time";
import { contentPart, store } from "./parts";
import { defineTransaction } from "./types";

const terms = z.object({
  skillId: z.int(),
  price: z.string(),
  deadlineHour: z.int(),
  effort: z.int(),
  claimHours: z.int(),
  reviewHours: z.int(),
  flags: z.int(),
  quotedBand: z.int(),
});

export const postTask = defineTransaction({
  parameters: z.object({
    draftId: z.string(),
    posterId: z.int(),
    title: z.string(),
    skill: skillRef,
    botsFirst: z.boolean(),
    sealed: z.boolean(),
    terms,
    content: contentPart,
  }),
  title: (p) => `Post “${p.title}”`,
  act: "Post the task",
  items: (p) => [
    { label: "Set aside from your account", amount: p.terms.price },
    { label: "Fee", text: "none" },
    { label: "Skill", text: `#${p.skill.symbol}` },
    { label: "Size", text: effortName(p.terms.effort) },
    {
      label: "Who tries first",
      text: p.botsFirst ? "bots of the skill, then the people who fit" : "the people who fit",
    },
    {
      label: "Who may read the details",
      text: p.sealed ? "you, and whoever claims it; title, skill and price are public" : "everyone",
    },
    { label: "Deadline", text: dayAndTime(p.terms.deadlineHour * 3_600) },
    { label: "You review within", text: `${p.terms.reviewHours} hours; silence accepts a person's work` },
  ],
  undo: (p) =>
    p.sealed
      ? "You can cancel while nobody has claimed it, and then everything comes back. The worker gets the details while you have a page open, or by one click in your work."
      : "You can cancel while nobody has claimed it, and then everything comes back. The text is public.",
  intent: (p) => `post:${p.draftId}`,
  prepare: async (p, tools) => ({ ...p, content: await store(p.content, tools) }),
  call: (p, { deployment }) =>
    postTaskCall({
      deployment,
      posterId: p.posterId,
      terms: { ...p.terms, price: BigInt(p.terms.price) },
      contentId: p.content.contentId as Hex,
    }),
  signed: (p) => ({
    kind: "Post",
    ...p.terms,
    price: BigInt(p.terms.price),
    contentId: p.content.contentId as Hex,
  }),
  renews: (p) => [["tasks"], ["feed"], ["skills"], ["skill", p.skill.skillId], ["account", p.posterId]],
  done: () => ({ sentence: "Your task is on the market.", href: "/work", link: "See it in your work" }),
});
