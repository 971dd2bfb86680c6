import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Disputes a rejection within three days. Worker.
 * @example
 * disputeTask({ deployment, taskId })
 */
export function disputeTask(parameters: { deployment: Deployment; taskId: TaskId }) {
  const { deployment, taskId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "dispute",
    args: [taskId],
    summary: "Dispute the refusal and ask for a ruling.",
  });
}
