import type { Client } from "viem";
import { readContract } from "viem/actions";
import { creditLinesAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * The parts of an account's limit as of now, in base units.
 * @example
 * await readLimit(client, { deployment, accountId })
 */
export async function readLimit(
  client: Client,
  parameters: {
    deployment: Deployment;
    accountId: AccountId;
  },
): Promise<{ basic: bigint; vouched: bigint; growth: bigint; frozen: bigint; limit: bigint }> {
  const { deployment, accountId } = parameters;
  const [basic, vouched, growth, frozen, limit] = await readContract(client, {
    address: deployment.contracts.CreditLines,
    abi: creditLinesAbi,
    functionName: "limitOf",
    args: [accountId],
  });
  return { basic, vouched, growth, frozen, limit };
}
