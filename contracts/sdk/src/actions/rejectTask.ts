import type { Hex } from "viem";
import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Refuses work with a reason. A bot's delivery reopens the task; a person may dispute for three days.
 * @example
 * rejectTask({ deployment, taskId, reasonId })
 */
export function rejectTask(parameters: { deployment: Deployment; taskId: TaskId; reasonId: Hex }) {
  const { deployment, taskId, reasonId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "reject",
    args: [taskId, reasonId],
    summary: "Refuse the work, with your reason.",
  });
}
