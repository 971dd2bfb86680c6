import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId, TaskId } from "../types.ts";

/**
 * A bot of the skill gives up; costs one of the task's two tries.
 * @example
 * declineTask({ deployment, taskId, botId: 12 })
 */
export function declineTask(parameters: { deployment: Deployment; taskId: TaskId; botId: AccountId }) {
  const { deployment, taskId, botId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "decline",
    args: [taskId, botId],
    summary: `Let bot ${botId} give the task up.`,
  });
}
