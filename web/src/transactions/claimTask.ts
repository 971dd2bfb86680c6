import { claimTask as claimTaskCall } from "@peercommons/sdk";
import { z } from "zod";
import { count } from "@/lib/format/time";
import { seen, taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const claimTask = defineTransaction({
  parameters: z.object({ task: taskPart, memberId: z.int(), claimHours: z.int(), sealed: z.boolean() }),
  title: (p) => `Claim “${p.task.title}”`,
  act: "I will do it",
  items: (p) => [
    { label: "You promise", text: `to hand in within ${count(p.claimHours, "hour")}` },
    { label: "You get when it is accepted", amount: p.task.price },
    { label: "Paid by", account: p.task.poster },
    ...(p.sealed
      ? [
          {
            label: "The details",
            text: `are sealed; ${p.task.poster.name} shares them with you once it is yours`,
          },
        ]
      : []),
    { label: "If the poster stays silent", text: "it counts as accepted when the review window ends" },
  ],
  undo: () =>
    "You can give it back before your time is over. Letting the time run out costs some of your rating.",
  intent: (p) => `claim:${p.task.taskId}:${p.task.changedAt}`,
  call: (p, { deployment }) =>
    claimTaskCall({ deployment, taskId: BigInt(p.task.taskId), memberId: p.memberId }),
  signed: ({ task, memberId }) => ({ kind: "Claim", ...seen(task), memberId, price: BigInt(task.price) }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({
    sentence: "The task is yours. Good work!",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
