import type { Client } from "viem";
import { readContract } from "viem/actions";
import { taskMarketAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { TaskId } from "../types.ts";

/**
 * First second at which a member of the level may claim the task.
 * @example
 * await readEligibleAt(client, { deployment, taskId, level })
 */
export function readEligibleAt(
  client: Client,
  parameters: {
    deployment: Deployment;
    taskId: TaskId;
    level: number;
  },
): Promise<bigint> {
  const { deployment, taskId, level } = parameters;
  return readContract(client, {
    address: deployment.contracts.TaskMarket,
    abi: taskMarketAbi,
    functionName: "eligibleAt",
    args: [taskId, level],
  });
}
