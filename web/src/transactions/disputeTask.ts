import { disputeTask as disputeTaskCall } from "@peercommons/sdk";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const disputeTask = defineTransaction({
  parameters: z.object({ task: taskPart }),
  title: (p) => `Dispute the refusal of “${p.task.title}”`,
  act: "Dispute",
  items: (p) => [
    { label: "What is at stake", amount: p.task.price },
    {
      label: "Who decides",
      text: "the town's arbiter, within seven days; without a ruling each side gets half",
    },
  ],
  undo: () => "You and the poster can still agree on a split at any time.",
  intent: (p) => `disputeTask:${p.task.taskId}:${p.task.changedAt}`,
  call: (p, { deployment }) => disputeTaskCall({ deployment, taskId: BigInt(p.task.taskId) }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({
    sentence: "An arbiter will look at it.",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
