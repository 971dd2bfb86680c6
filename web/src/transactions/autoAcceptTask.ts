import { autoAcceptTask as autoAcceptTaskCall } from "@peercommons/sdk";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const autoAcceptTask = defineTransaction({
  parameters: z.object({ task: taskPart }),
  title: (p) => `Close by silence: “${p.task.title}”`,
  act: "Accept by silence",
  items: (p) => [
    { label: "Paid out", amount: p.task.price },
    ...(p.task.worker ? [{ label: "To", account: p.task.worker }] : []),
    { label: "Who may do this", text: "anyone, once the review window has ended without an answer" },
  ],
  undo: () => "Paying cannot be undone.",
  intent: (p) => `autoAcceptTask:${p.task.taskId}:${p.task.changedAt}`,
  call: (p, { deployment }) => autoAcceptTaskCall({ deployment, taskId: BigInt(p.task.taskId) }),
  renews: (p) => [...taskKeys(p.task.taskId), ["person"], ["skill"]],
  done: (p) => ({
    sentence: "The work counts as accepted, and is paid.",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
