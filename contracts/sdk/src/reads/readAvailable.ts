import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { ledgerAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";

/**
 * What the address may pay now: balance after demurrage plus undrawn line.
 * @example
 * await readAvailable(client, { deployment, address })
 */
export function readAvailable(
  client: Client,
  parameters: {
    deployment: Deployment;
    address: Address;
  },
): Promise<bigint> {
  const { deployment, address } = parameters;
  return readContract(client, {
    address: deployment.contracts.Ledger,
    abi: ledgerAbi,
    functionName: "available",
    args: [address],
  });
}
