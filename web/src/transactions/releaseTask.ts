import { releaseTask as releaseTaskCall } from "@peercommons/sdk";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const releaseTask = defineTransaction({
  parameters: z.object({ task: taskPart }),
  title: (p) => `Give back “${p.task.title}”`,
  act: "Give it back",
  items: (p) => [
    { label: "What happens", text: "the task is open again for others" },
    { label: "The price", amount: p.task.price },
    { label: "After a quarter of the claim's time", text: "it counts as a late one in your standing" },
  ],
  undo: () => "You can claim it again if nobody else has.",
  intent: (p) => `releaseTask:${p.task.taskId}:${p.task.changedAt}`,
  call: (p, { deployment }) => releaseTaskCall({ deployment, taskId: BigInt(p.task.taskId) }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({
    sentence: "The task is open again.",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
