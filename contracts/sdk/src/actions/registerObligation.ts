import type { Hex } from "viem";
import { clearingAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import { formatPeer } from "../format.ts";
import type { Obligation } from "../typedData/obligation.ts";

/**
 * Puts an invoice on the books that both sides signed with `obligationTypedData`. Anyone; the caller's own signature may be left out.
 * @example
 * registerObligation({ deployment, obligation, creditorSignature })
 */
export function registerObligation(parameters: {
  deployment: Deployment;
  obligation: Obligation;
  debtorSignature?: Hex;
  creditorSignature?: Hex;
}) {
  const { deployment, obligation, debtorSignature = "0x", creditorSignature = "0x" } = parameters;
  return makeCall(deployment, {
    contract: "Clearing",
    abi: clearingAbi,
    functionName: "registerObligation",
    args: [obligation, debtorSignature, creditorSignature],
    summary: `Put on the books that account ${obligation.debtorId} owes account ${obligation.creditorId} ${formatPeer(obligation.amount, { unit: true })}.`,
  });
}
