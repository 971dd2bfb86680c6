import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { ledgerAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";

/**
 * The account that demurrage and bot income flow to.
 * @example
 * await readCommons(client, { deployment })
 */
export function readCommons(
  client: Client,
  parameters: {
    deployment: Deployment;
  },
): Promise<Address> {
  const { deployment } = parameters;
  return readContract(client, {
    address: deployment.contracts.Ledger,
    abi: ledgerAbi,
    functionName: "commons",
    args: [],
  });
}
