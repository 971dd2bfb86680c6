import type { Client } from "viem";
import { readContract } from "viem/actions";
import { clearingAbi } from "../abi.ts";
import type { ObligationId } from "../clearing/edges.ts";
import type { Deployment } from "../deployment.ts";

/**
 * What is left of an obligation; all zero when its number was never used.
 * @example
 * const { remaining } = await readObligation(client, { deployment, obligationId })
 */
export function readObligation(
  client: Client,
  parameters: { deployment: Deployment; obligationId: ObligationId },
) {
  const { deployment, obligationId } = parameters;
  return readContract(client, {
    address: deployment.contracts.Clearing,
    abi: clearingAbi,
    functionName: "obligationOf",
    args: [obligationId],
  });
}
