import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { botsAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * The keyless account a bot's pay goes to.
 * @example
 * await readPayee(client, { deployment, botId })
 */
export function readPayee(
  client: Client,
  parameters: {
    deployment: Deployment;
    botId: AccountId;
  },
): Promise<Address> {
  const { deployment, botId } = parameters;
  return readContract(client, {
    address: deployment.contracts.Bots,
    abi: botsAbi,
    functionName: "payeeOf",
    args: [botId],
  });
}
