import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Gives an open task past its deadline back to the poster. Anyone.
 * @example
 * refundTask({ deployment, taskId })
 */
export function refundTask(parameters: { deployment: Deployment; taskId: TaskId }) {
  const { deployment, taskId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "refund",
    args: [taskId],
    summary: "Give the price back to the poster: the deadline has passed.",
  });
}
