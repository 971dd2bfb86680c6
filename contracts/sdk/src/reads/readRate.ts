import type { Client } from "viem";
import { readContract } from "viem/actions";
import { ledgerAbi } from "../abi.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Daily demurrage rate, present exponent and sigma.
 * @example
 * await readRate(client, { deployment })
 */
export async function readRate(
  client: Client,
  parameters: {
    deployment: Deployment;
  },
): Promise<{ dailyRate: number; exponent: bigint; sigma: number }> {
  const { deployment } = parameters;
  const [dailyRate, exponent, sigma] = await readContract(client, {
    address: deployment.contracts.Ledger,
    abi: ledgerAbi,
    functionName: "rate",
    args: [],
  });
  return { dailyRate, exponent: BigInt(exponent), sigma };
}
