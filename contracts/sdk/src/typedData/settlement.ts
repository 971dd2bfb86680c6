import type { Deployment } from "../deployment.ts";
import type { AccountId, TaskId } from "../types.ts";
import { domainOf } from "./domain.ts";

const types = {
  Settlement: [
    { name: "taskId", type: "uint64" },
    { name: "workerId", type: "uint32" },
    { name: "shareBps", type: "uint16" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/**
 * What poster and worker both sign to close a task with a share of the price for the worker, who is named: what a
 * poster signed for one worker pays no later one. `deadline` is a unix second.
 * @example
 * settlementTypedData(deployment, { taskId, workerId: 8, shareBps: 7_500, deadline })
 */
export function settlementTypedData(
  deployment: Deployment,
  message: { taskId: TaskId; workerId: AccountId; shareBps: number; deadline: bigint },
) {
  return { domain: domainOf(deployment, "TaskMarket"), types, primaryType: "Settlement", message } as const;
}
