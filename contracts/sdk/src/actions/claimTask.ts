import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId, TaskId } from "../types.ts";

/**
 * Claims an open task under the matching rule.
 * @example
 * claimTask({ deployment, taskId, memberId: 9 })
 */
export function claimTask(parameters: { deployment: Deployment; taskId: TaskId; memberId: AccountId }) {
  const { deployment, taskId, memberId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "claim",
    args: [taskId, memberId],
    summary: "Take the task on.",
  });
}
