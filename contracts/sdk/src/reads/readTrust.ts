import type { Client } from "viem";
import { readContract } from "viem/actions";
import { levelsAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * A poster's trust in quarters, and the points left in this week's budget.
 * @example
 * await readTrust(client, { deployment, payerId })
 */
export async function readTrust(
  client: Client,
  parameters: {
    deployment: Deployment;
    payerId: AccountId;
  },
): Promise<{ quarters: number; budgetLeft: number }> {
  const { deployment, payerId } = parameters;
  const [quarters, budgetLeft] = await readContract(client, {
    address: deployment.contracts.Levels,
    abi: levelsAbi,
    functionName: "trustOf",
    args: [payerId],
  });
  return { quarters, budgetLeft };
}
