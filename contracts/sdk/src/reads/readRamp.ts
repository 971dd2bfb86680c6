import type { Client } from "viem";
import { readContract } from "viem/actions";
import { creditLinesAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * How far an account's basic credit ramp is.
 * @example
 * await readRamp(client, { deployment, accountId })
 */
export async function readRamp(
  client: Client,
  parameters: {
    deployment: Deployment;
    accountId: AccountId;
  },
): Promise<{ payers: number; rampSinceDay: number }> {
  const { deployment, accountId } = parameters;
  const [payers, rampSinceDay] = await readContract(client, {
    address: deployment.contracts.CreditLines,
    abi: creditLinesAbi,
    functionName: "rampOf",
    args: [accountId],
  });
  return { payers, rampSinceDay };
}
