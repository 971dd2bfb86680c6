import type { Hex } from "viem";
import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Hands in work. The sealed deliverable goes to the content store first.
 * @example
 * submitTask({ deployment, taskId, deliverableId })
 */
export function submitTask(parameters: { deployment: Deployment; taskId: TaskId; deliverableId: Hex }) {
  const { deployment, taskId, deliverableId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "submit",
    args: [taskId, deliverableId],
    summary: "Hand in your work for review.",
  });
}
