import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import { formatPeer } from "../format.ts";
import type { TaskId } from "../types.ts";

/**
 * Raises the price of an open task. Band and levels stay.
 * @example
 * raiseTask({ deployment, taskId, price: 6_000_000n })
 */
export function raiseTask(parameters: { deployment: Deployment; taskId: TaskId; price: bigint }) {
  const { deployment, taskId, price } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "raise",
    args: [taskId, price],
    summary: `Raise the task's price to ${formatPeer(price, { unit: true })}.`,
  });
}
