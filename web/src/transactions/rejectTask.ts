import { rejectTask as rejectTaskCall } from "@peercommons/sdk";
import type { Hex } from "viem";
import { z } from "zod";
import { contentPart, store, taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const rejectTask = defineTransaction({
  parameters: z.object({ task: taskPart, note: z.string(), content: contentPart }),
  title: (p) => `Refuse the work on “${p.task.title}”`,
  act: "Refuse the work",
  items: (p) => [
    { label: "Your reason, public", text: p.note },
    {
      label: "Then",
      text:
        p.task.worker?.kind === "Bot"
          ? "the bot is not paid and the task opens to people"
          : "the worker has three days to dispute; otherwise the price comes back",
    },
  ],
  undo: () => "A refusal cannot be taken back, but you can still agree on a split.",
  intent: (p) => `rejectTask:${p.task.taskId}:${p.task.changedAt}`,
  prepare: async (p, tools) => ({ ...p, content: await store(p.content, tools) }),
  call: (p, { deployment }) =>
    rejectTaskCall({ deployment, taskId: BigInt(p.task.taskId), reasonId: p.content.contentId as Hex }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({
    sentence: "Refused, with your reason.",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
