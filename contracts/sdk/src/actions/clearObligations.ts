import { clearingAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import { encodeEdge, type ObligationId } from "../clearing/edges.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Nets a circle of debts, or several. Anyone; whoever finds them.
 * @example
 * clearObligations({ deployment, edges: [{ obligationId, amount: 2_500_000n }] })
 */
export function clearObligations(parameters: {
  deployment: Deployment;
  edges: readonly { obligationId: ObligationId; amount: bigint }[];
}) {
  const { deployment, edges } = parameters;
  return makeCall(deployment, {
    contract: "Clearing",
    abi: clearingAbi,
    functionName: "clear",
    args: [edges.map(encodeEdge)],
    summary: `Net ${edges.length} debts against each other.`,
  });
}
