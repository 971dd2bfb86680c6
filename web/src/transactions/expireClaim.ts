import { expireClaim as expireClaimCall } from "@peercommons/sdk";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const expireClaim = defineTransaction({
  parameters: z.object({ task: taskPart }),
  title: (p) => `End the claim on “${p.task.title}”`,
  act: "End the claim",
  items: (p) => [
    ...(p.task.worker ? [{ label: "Claimed by", account: p.task.worker }] : []),
    { label: "What happens", text: "the task is open again; the late claim costs some rating" },
    { label: "Who may do this", text: "anyone, once the claim's time is over" },
  ],
  undo: () => "This cannot be undone.",
  intent: (p) => `expireClaim:${p.task.taskId}:${p.task.changedAt}`,
  call: (p, { deployment }) => expireClaimCall({ deployment, taskId: BigInt(p.task.taskId) }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({
    sentence: "The task is open again.",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
