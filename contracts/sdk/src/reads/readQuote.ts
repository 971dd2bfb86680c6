import type { Client } from "viem";
import { readContract } from "viem/actions";
import { taskMarketAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { SkillId } from "../types.ts";

/**
 * Band and levels that a post with this price and effort would get now.
 * @example
 * await readQuote(client, { deployment, skillId, price, effort })
 */
export async function readQuote(
  client: Client,
  parameters: {
    deployment: Deployment;
    skillId: SkillId;
    price: bigint;
    effort: number;
  },
): Promise<{ band: number; lo: number; hi: number }> {
  const { deployment, skillId, price, effort } = parameters;
  const [band, lo, hi] = await readContract(client, {
    address: deployment.contracts.TaskMarket,
    abi: taskMarketAbi,
    functionName: "quote",
    args: [skillId, price, effort],
  });
  return { band, lo, hi };
}
