import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { ledgerAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Balance after the demurrage due now, in base units; may be negative.
 * @example
 * await readBalance(client, { deployment, address })
 */
export function readBalance(
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
    functionName: "signedBalanceOf",
    args: [address],
  });
}
