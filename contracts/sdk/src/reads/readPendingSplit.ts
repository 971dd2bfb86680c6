import type { Client } from "viem";
import { readContract } from "viem/actions";
import { splitterAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * What a push would share out now, in base units.
 * @example
 * await readPendingSplit(client, { deployment, botId })
 */
export function readPendingSplit(
  client: Client,
  parameters: {
    deployment: Deployment;
    botId: AccountId;
  },
): Promise<bigint> {
  const { deployment, botId } = parameters;
  return readContract(client, {
    address: deployment.contracts.Splitter,
    abi: splitterAbi,
    functionName: "pending",
    args: [botId],
  });
}
