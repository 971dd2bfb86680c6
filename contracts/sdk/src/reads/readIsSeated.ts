import type { Client } from "viem";
import { readContract } from "viem/actions";
import { membersAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Whether the account has a live seat.
 * @example
 * await readIsSeated(client, { deployment, accountId })
 */
export function readIsSeated(
  client: Client,
  parameters: {
    deployment: Deployment;
    accountId: AccountId;
  },
): Promise<boolean> {
  const { deployment, accountId } = parameters;
  return readContract(client, {
    address: deployment.contracts.Members,
    abi: membersAbi,
    functionName: "isSeated",
    args: [accountId],
  });
}
