import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Opens a task whose claim has run out. Anyone.
 * @example
 * expireClaim({ deployment, taskId })
 */
export function expireClaim(parameters: { deployment: Deployment; taskId: TaskId }) {
  const { deployment, taskId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "expireClaim",
    args: [taskId],
    summary: "Open the task again: its claim has run out.",
  });
}
