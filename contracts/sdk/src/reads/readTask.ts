import type { Client } from "viem";
import { readContract } from "viem/actions";
import { taskMarketAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { Task, TaskId } from "../types.ts";
import { decodeTask } from "../words.ts";

/**
 * A task as it stands; state "None" when it is closed or unknown.
 * @example
 * await readTask(client, { deployment, taskId })
 */
export async function readTask(
  client: Client,
  parameters: {
    deployment: Deployment;
    taskId: TaskId;
  },
): Promise<Task> {
  const { deployment, taskId } = parameters;
  const word = await readContract(client, {
    address: deployment.contracts.TaskMarket,
    abi: taskMarketAbi,
    functionName: "taskWord",
    args: [taskId],
  });
  return decodeTask(word);
}
