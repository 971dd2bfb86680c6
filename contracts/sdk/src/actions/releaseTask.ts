import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Gives a claimed task back. Worker.
 * @example
 * releaseTask({ deployment, taskId })
 */
export function releaseTask(parameters: { deployment: Deployment; taskId: TaskId }) {
  const { deployment, taskId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "release",
    args: [taskId],
    summary: "Give the task back, so that somebody else can take it.",
  });
}
