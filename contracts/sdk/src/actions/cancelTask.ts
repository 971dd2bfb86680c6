import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Takes back an open task and its price.
 * @example
 * cancelTask({ deployment, taskId })
 */
export function cancelTask(parameters: { deployment: Deployment; taskId: TaskId }) {
  const { deployment, taskId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "cancel",
    args: [taskId],
    summary: "Cancel the task and take its price back.",
  });
}
