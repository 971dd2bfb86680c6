import { refundTask as refundTaskCall } from "@peercommons/sdk";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const refundTask = defineTransaction({
  parameters: z.object({ task: taskPart }),
  title: (p) => `Send back the price of “${p.task.title}”`,
  act: "Send the price back",
  items: (p) => [
    { label: "Goes back to", account: p.task.poster },
    { label: "Price, less demurrage of the time it was set aside", amount: p.task.price },
    { label: "Who may do this", text: "anyone, once the deadline has passed" },
  ],
  undo: () => "A closed task stays closed.",
  intent: (p) => `refundTask:${p.task.taskId}:${p.task.changedAt}`,
  call: (p, { deployment }) => refundTaskCall({ deployment, taskId: BigInt(p.task.taskId) }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({ sentence: "The price went back.", href: taskHref(p.task.taskId), link: "Open the task" }),
});
