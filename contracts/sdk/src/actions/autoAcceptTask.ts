import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Pays for submitted work whose review window is over. Anyone.
 * @example
 * autoAcceptTask({ deployment, taskId })
 */
export function autoAcceptTask(parameters: { deployment: Deployment; taskId: TaskId }) {
  const { deployment, taskId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "autoAccept",
    args: [taskId],
    summary: "Pay for the work: its review window is over.",
  });
}
