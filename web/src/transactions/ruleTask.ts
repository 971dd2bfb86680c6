import { ruleTask as ruleTaskCall } from "@peercommons/sdk";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const ruleTask = defineTransaction({
  parameters: z.object({
    task: taskPart,
    share: z.union([z.literal(0), z.literal(25), z.literal(50), z.literal(75), z.literal(100)]),
  }),
  title: (p) => `Rule on “${p.task.title}”`,
  act: "Give the ruling",
  items: (p) => [
    { label: "Price", amount: p.task.price },
    ...(p.task.worker ? [{ label: "To the worker", account: p.task.worker, text: `${p.share} %` }] : []),
    { label: "To the poster", account: p.task.poster, text: `${100 - p.share} %` },
  ],
  undo: () => "A ruling is final.",
  intent: (p) => `rule:${p.task.taskId}`,
  call: (p, { deployment }) => ruleTaskCall({ deployment, taskId: BigInt(p.task.taskId), share: p.share }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({ sentence: "The ruling stands.", href: taskHref(p.task.taskId), link: "Open the task" }),
});
