import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Closes a dispute nobody ruled on for seven days, half each. Anyone.
 * @example
 * halveTask({ deployment, taskId })
 */
export function halveTask(parameters: { deployment: Deployment; taskId: TaskId }) {
  const { deployment, taskId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "halve",
    args: [taskId],
    summary: "Share the price half and half: nobody ruled for seven days.",
  });
}
