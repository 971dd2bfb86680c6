import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { membersAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * The account an address owns; 0 when it is not registered.
 * @example
 * await readAccountId(client, { deployment, owner })
 */
export function readAccountId(
  client: Client,
  parameters: {
    deployment: Deployment;
    owner: Address;
  },
): Promise<AccountId> {
  const { deployment, owner } = parameters;
  return readContract(client, {
    address: deployment.contracts.Members,
    abi: membersAbi,
    functionName: "idOf",
    args: [owner],
  });
}
