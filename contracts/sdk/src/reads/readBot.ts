import type { Client } from "viem";
import { readContract } from "viem/actions";
import { botsAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId, Bot } from "../types.ts";

/**
 * A bot's terms.
 * @example
 * await readBot(client, { deployment, botId })
 */
export async function readBot(
  client: Client,
  parameters: {
    deployment: Deployment;
    botId: AccountId;
  },
): Promise<Bot> {
  const { deployment, botId } = parameters;
  const value = await readContract(client, {
    address: deployment.contracts.Bots,
    abi: botsAbi,
    functionName: "botOf",
    args: [botId],
  });
  return { ...value };
}
