import { clearingAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import { encodeEdge, type ObligationId } from "../clearing/edges.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Pays invoices, or what is left of a chain of them after netting, from the payer's account. Its owner.
 * `receiverIds` are the accounts that are owed more than they owe among the edges: one invoice has its creditor there.
 * @example
 * settleObligations({ deployment, payerId: 7, edges: [{ obligationId, amount: 2_500_000n }], receiverIds: [9] })
 */
export function settleObligations(parameters: {
  deployment: Deployment;
  payerId: AccountId;
  edges: readonly { obligationId: ObligationId; amount: bigint }[];
  receiverIds: readonly AccountId[];
}) {
  const { deployment, payerId, edges, receiverIds } = parameters;
  return makeCall(deployment, {
    contract: "Clearing",
    abi: clearingAbi,
    functionName: "settle",
    args: [payerId, edges.map(encodeEdge), receiverIds],
    summary: `Pay ${edges.length === 1 ? "an invoice" : `${edges.length} invoices`} from account ${payerId}.`,
  });
}
