import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Accepts a person's or a bot's work and pays. `rating` is 1 to 5, or 0 for none.
 * @example
 * acceptTask({ deployment, taskId, rating: 5 })
 */
export function acceptTask(parameters: { deployment: Deployment; taskId: TaskId; rating: number }) {
  const { deployment, taskId, rating } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "accept",
    args: [taskId, rating],
    summary: "Accept the work and pay.",
  });
}
