import { requestRevision as requestRevisionCall } from "@peercommons/sdk";
import type { Hex } from "viem";
import { z } from "zod";
import { contentPart, store, taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const requestRevision = defineTransaction({
  parameters: z.object({ task: taskPart, note: z.string(), content: contentPart }),
  title: (p) => `Ask for a revision of “${p.task.title}”`,
  act: "Ask for a revision",
  items: (p) => [
    { label: "What should change, public", text: p.note },
    { label: "Then", text: "the worker gets fresh time to hand in again; you can ask twice" },
  ],
  undo: () => "The worker may hand in the same again; then you decide.",
  intent: (p) => `requestRevision:${p.task.taskId}:${p.task.changedAt}`,
  prepare: async (p, tools) => ({ ...p, content: await store(p.content, tools) }),
  call: (p, { deployment }) =>
    requestRevisionCall({ deployment, taskId: BigInt(p.task.taskId), noteId: p.content.contentId as Hex }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({
    sentence: "The worker has been asked.",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
