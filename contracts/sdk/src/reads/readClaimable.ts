import type { Client } from "viem";
import { readContract } from "viem/actions";
import { basicIncomeAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Basic income ready to claim and already expired, in base units.
 * @example
 * await readClaimable(client, { deployment, accountId })
 */
export async function readClaimable(
  client: Client,
  parameters: {
    deployment: Deployment;
    accountId: AccountId;
  },
): Promise<{ amount: bigint; expired: bigint }> {
  const { deployment, accountId } = parameters;
  const [amount, expired] = await readContract(client, {
    address: deployment.contracts.BasicIncome,
    abi: basicIncomeAbi,
    functionName: "claimable",
    args: [accountId],
  });
  return { amount, expired };
}
