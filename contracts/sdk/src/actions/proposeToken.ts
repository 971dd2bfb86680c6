import type { Address } from "viem";
import { gateAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Announces a token for the gate. The ledger's governor; `listToken` works 30 days later.
 * @example
 * proposeToken({ deployment, token })
 */
export function proposeToken(parameters: { deployment: Deployment; token: Address }) {
  const { deployment, token } = parameters;
  return makeCall(deployment, {
    contract: "Gate",
    abi: gateAbi,
    functionName: "proposeToken",
    args: [token],
    summary: `Announce that ${token} may come in through the gate, in 30 days.`,
  });
}
