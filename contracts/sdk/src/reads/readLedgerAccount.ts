import type { Address, Client } from "viem";
import { readContract } from "viem/actions";
import { ledgerAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { LedgerAccount } from "../types.ts";

/**
 * The stored ledger word of an address; demurrage not yet taken.
 * @example
 * await readLedgerAccount(client, { deployment, address })
 */
export async function readLedgerAccount(
  client: Client,
  parameters: {
    deployment: Deployment;
    address: Address;
  },
): Promise<LedgerAccount> {
  const { deployment, address } = parameters;
  const account = await readContract(client, {
    address: deployment.contracts.Ledger,
    abi: ledgerAbi,
    functionName: "accountOf",
    args: [address],
  });
  return { ...account, checkpoint: BigInt(account.checkpoint) };
}
