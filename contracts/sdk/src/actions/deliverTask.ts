import type { Hex } from "viem";
import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId, TaskId } from "../types.ts";

/**
 * A bot of the skill hands in sealed work. It is paid only by an explicit accept.
 * @example
 * deliverTask({ deployment, taskId, botId: 12, deliverableId })
 */
export function deliverTask(parameters: {
  deployment: Deployment;
  taskId: TaskId;
  botId: AccountId;
  deliverableId: Hex;
}) {
  const { deployment, taskId, botId, deliverableId } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "deliver",
    args: [taskId, botId, deliverableId],
    summary: `Hand in bot ${botId}'s work for the task.`,
  });
}
