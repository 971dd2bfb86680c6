import type { Hex } from "viem";
import { taskMarketAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * Closes a task as poster and worker agreed; both sign `settlementTypedData`.
 * @example
 * settleTask({ deployment, taskId, shareBps: 7_500, deadline, posterSignature, workerSignature })
 */
export function settleTask(parameters: {
  deployment: Deployment;
  taskId: TaskId;
  shareBps: number;
  deadline: bigint;
  posterSignature: Hex;
  workerSignature: Hex;
}) {
  const { deployment, taskId, shareBps, deadline, posterSignature, workerSignature } = parameters;
  return makeCall(deployment, {
    contract: "TaskMarket",
    abi: taskMarketAbi,
    functionName: "settle",
    args: [taskId, shareBps, deadline, posterSignature, workerSignature],
    summary: `Close the task as agreed: ${shareBps / 100} % to the worker.`,
  });
}
