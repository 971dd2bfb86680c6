import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Rules on a dispute: 0, 25, 50, 75 or 100 per cent to the worker. Arbiter.
 * @example
 * ruleTask({ deployment, taskId, share: 50 })
 */
export function ruleTask(parameters: { deployment: Deployment; taskId: TaskId; share: number }) {
  const { deployment, taskId, share } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "rule",
    args: [taskId, share],
    summary: `Rule that the worker gets ${share} %.`,
  });
}
