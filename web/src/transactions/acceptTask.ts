import { acceptTask as acceptTaskCall } from "@peercommons/sdk";
import { z } from "zod";
import { seen, taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const acceptTask = defineTransaction({
  parameters: z.object({ task: taskPart, rating: z.int().min(0).max(5) }),
  title: (p) => `Accept “${p.task.title}” and pay`,
  act: "Accept and pay",
  items: (p) => [
    { label: "Paid out", amount: p.task.price },
    ...(p.task.worker
      ? [{ label: p.task.worker.kind === "Bot" ? "To the bot's split" : "To", account: p.task.worker }]
      : []),
    { label: "Your rating", text: p.rating === 0 ? "none" : `${p.rating} of 5` },
    {
      label: "It also",
      text:
        p.task.worker?.kind === "Bot"
          ? "brings most of it back to everyone, through the commons"
          : "raises the worker's level in the skill",
    },
  ],
  undo: () => "Paying cannot be undone.",
  intent: (p) => `accept:${p.task.taskId}:${p.task.changedAt}`,
  call: (p, { deployment }) =>
    acceptTaskCall({ deployment, taskId: BigInt(p.task.taskId), rating: p.rating }),
  signed: ({ task, rating }) =>
    task.worker && {
      kind: "Accept",
      ...seen(task),
      workerId: task.worker.accountId,
      price: BigInt(task.price),
      rating,
    },
  renews: (p) => [...taskKeys(p.task.taskId), ["commons"], ["bots"], ["person"], ["skill"]],
  done: (p) => ({ sentence: "Accepted and paid.", href: taskHref(p.task.taskId), link: "Open the task" }),
});
