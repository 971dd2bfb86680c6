import { halveTask as halveTaskCall } from "@peercommons/sdk";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const halveTask = defineTransaction({
  parameters: z.object({ task: taskPart }),
  title: (p) => `Split in half: “${p.task.title}”`,
  act: "Split in half",
  items: (p) => [
    { label: "Price to split", amount: p.task.price },
    { label: "To the poster, half", account: p.task.poster },
    ...(p.task.worker ? [{ label: "To the worker, half", account: p.task.worker }] : []),
    { label: "Who may do this", text: "anyone, seven days after a dispute without ruling" },
  ],
  undo: () => "This cannot be undone.",
  intent: (p) => `halveTask:${p.task.taskId}:${p.task.changedAt}`,
  call: (p, { deployment }) => halveTaskCall({ deployment, taskId: BigInt(p.task.taskId) }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({ sentence: "Each side got half.", href: taskHref(p.task.taskId), link: "Open the task" }),
});
