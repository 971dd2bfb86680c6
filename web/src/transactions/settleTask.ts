import { settleTask as settleTaskCall } from "@peercommons/sdk";
import { hex } from "@peercommons/sdk/schemas";
import type { Hex } from "viem";
import { z } from "zod";
import { taskHref, taskKeys, taskPart } from "./parts";
import { defineTransaction } from "./types";

/** The worker's part of a price at a share in basis points, rounded down as the contract does. */
export const shareOf = (price: bigint, shareBps: number): bigint => (price * BigInt(shareBps)) / 10_000n;

export const settleTask = defineTransaction({
  parameters: z.object({
    task: taskPart,
    shareBps: z.int().min(0).max(10_000),
    deadline: z.string(),
    posterSignature: hex,
    workerSignature: hex,
  }),
  title: (p) => `Settle “${p.task.title}”`,
  act: "Close as agreed",
  items: (p) => {
    const worker = shareOf(BigInt(p.task.price), p.shareBps);
    return [
      ...(p.task.worker ? [{ label: "Worker", account: p.task.worker, amount: worker.toString() }] : []),
      { label: "Poster", account: p.task.poster, amount: (BigInt(p.task.price) - worker).toString() },
      { label: "Signed by", text: "both sides" },
    ];
  },
  undo: () => "A settled task stays closed.",
  intent: (p) => `settle:${p.task.taskId}:${p.shareBps}:${p.deadline}`,
  call: (p, { deployment }) =>
    settleTaskCall({
      deployment,
      taskId: BigInt(p.task.taskId),
      shareBps: p.shareBps,
      deadline: BigInt(p.deadline),
      posterSignature: p.posterSignature as Hex,
      workerSignature: p.workerSignature as Hex,
    }),
  renews: (p) => taskKeys(p.task.taskId),
  done: (p) => ({
    sentence: "Closed as you both agreed.",
    href: taskHref(p.task.taskId),
    link: "Open the task",
  }),
});
