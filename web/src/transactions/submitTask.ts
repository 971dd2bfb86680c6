import { submitTask as submitTaskCall } from "@peercommons/sdk";
import type { Hex } from "viem";
import { z } from "zod";
import { contentPart, seen, store, taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const submitTask = defineTransaction({
  parameters: z.object({ task: taskPart, reviewHours: z.int(), content: contentPart }),
  title: (p) => `Hand in “${p.task.title}”`,
  act: "Hand in",
  items: (p) => [
    { label: "Sealed for", account: p.task.poster },
    { label: "You get when it is accepted", amount: p.task.price },
    { label: "If the poster stays silent", text: `it counts as accepted after ${p.reviewHours} hours` },
  ],
  undo: () =>
    "What you hand in can be read by the poster alone. It cannot be taken back, only revised when asked.",
  intent: (p) => `submit:${p.task.taskId}:${p.task.changedAt}`,
  prepare: async (p, tools) => ({ ...p, content: await store(p.content, tools) }),
  call: (p, { deployment }) =>
    submitTaskCall({ deployment, taskId: BigInt(p.task.taskId), deliverableId: p.content.contentId as Hex }),
  signed: ({ task, content }) =>
    task.worker && {
      kind: "Submit",
      ...seen(task),
      workerId: task.worker.accountId,
      deliverableId: content.contentId as Hex,
    },
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({
    sentence: "Handed in. The poster has been told.",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
