import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Closes a rejected task for the poster: the worker at once, anyone after three days.
 * @example
 * concedeTask({ deployment, taskId })
 */
export function concedeTask(parameters: { deployment: Deployment; taskId: TaskId }) {
  const { deployment, taskId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "concede",
    args: [taskId],
    summary: "Give the price of the refused work back to the poster.",
  });
}
