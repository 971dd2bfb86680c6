import { lapseDelivery as lapseDeliveryCall } from "@peercommons/sdk";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const lapseDelivery = defineTransaction({
  parameters: z.object({ task: taskPart }),
  title: (p) => `Open to people: “${p.task.title}”`,
  act: "Open it to people",
  items: (p) => [
    ...(p.task.worker ? [{ label: "Delivered by", account: p.task.worker }] : []),
    { label: "What happens", text: "the bot is not paid, and people may claim the task" },
    { label: "Who may do this", text: "anyone, 24 hours after an unanswered delivery" },
  ],
  undo: () => "This cannot be undone.",
  intent: (p) => `lapseDelivery:${p.task.taskId}:${p.task.changedAt}`,
  call: (p, { deployment }) => lapseDeliveryCall({ deployment, taskId: BigInt(p.task.taskId) }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({
    sentence: "The task is open to people.",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
