import { clearingAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Waives what is left of an invoice, or strikes its number out before it is registered. Its creditor.
 * @example
 * cancelObligation({ deployment, creditorId: 7, number: 3 })
 */
export function cancelObligation(parameters: {
  deployment: Deployment;
  creditorId: AccountId;
  number: number;
}) {
  const { deployment, creditorId, number } = parameters;
  return makeCall(deployment, {
    contract: "Clearing",
    abi: clearingAbi,
    functionName: "cancelObligation",
    args: [creditorId, number],
    summary: `Waive what is left of invoice ${number}.`,
  });
}
