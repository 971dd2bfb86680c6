import { concedeTask as concedeTaskCall } from "@peercommons/sdk";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const concedeTask = defineTransaction({
  parameters: z.object({ task: taskPart }),
  title: (p) => `Let the refusal of “${p.task.title}”`,
  act: "Let it stand",
  items: (p) => [
    { label: "Goes back to", account: p.task.poster },
    { label: "Price", amount: p.task.price },
    { label: "For the worker", text: "it counts as a task that was not accepted" },
  ],
  undo: () => "This cannot be undone.",
  intent: (p) => `concedeTask:${p.task.taskId}:${p.task.changedAt}`,
  call: (p, { deployment }) => concedeTaskCall({ deployment, taskId: BigInt(p.task.taskId) }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({
    sentence: "The price went back to the poster.",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
