import { raiseTask as raiseTaskCall } from "@peercommons/sdk";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

export const raiseTask = defineTransaction({
  parameters: z.object({ task: taskPart, price: z.string() }),
  title: (p) => `Raise the price of “${p.task.title}”`,
  act: "Raise the price",
  items: (p) => [
    { label: "Price until now", amount: p.task.price },
    { label: "New price", amount: p.price },
    { label: "Set aside in addition", amount: (BigInt(p.price) - BigInt(p.task.price)).toString() },
    { label: "Who is matched", text: "stays as it was when you posted" },
  ],
  undo: () => "A price only goes up. Cancelling brings all of it back while nobody has claimed the task.",
  intent: (p) => `raise:${p.task.taskId}:${p.task.price}:${p.price}`,
  call: (p, { deployment }) =>
    raiseTaskCall({ deployment, taskId: BigInt(p.task.taskId), price: BigInt(p.price) }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({ sentence: "The price is raised.", href: taskHref(p.task.taskId), link: "Open the task" }),
});
