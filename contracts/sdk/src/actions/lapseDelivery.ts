import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Reopens a task whose bot delivery got no answer within 24 hours. Anyone.
 * @example
 * lapseDelivery({ deployment, taskId })
 */
export function lapseDelivery(parameters: { deployment: Deployment; taskId: TaskId }) {
  const { deployment, taskId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "lapse",
    args: [taskId],
    summary: "Open the task to people: the bot's delivery got no answer for 24 hours.",
  });
}
