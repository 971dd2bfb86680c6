import { cancelTask as cancelTaskCall } from "@peercommons/sdk";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const cancelTask = defineTransaction({
  parameters: z.object({ task: taskPart }),
  title: (p) => `Cancel “${p.task.title}”`,
  act: "Cancel the task",
  items: (p) => [
    { label: "Comes back to you, less demurrage of the time it was set aside", amount: p.task.price },
  ],
  undo: () => "A cancelled task stays closed; you can post it anew.",
  intent: (p) => `cancelTask:${p.task.taskId}:${p.task.changedAt}`,
  call: (p, { deployment }) => cancelTaskCall({ deployment, taskId: BigInt(p.task.taskId) }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({
    sentence: "Cancelled. The price is back on your account.",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
