import type { Address } from "viem";
import { gateAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Closes the gate for deposits of a token; what was brought in may still be taken out. The ledger's governor.
 * @example
 * delistToken({ deployment, token })
 */
export function delistToken(parameters: { deployment: Deployment; token: Address }) {
  const { deployment, token } = parameters;
  return makeCall(deployment, {
    contract: "Gate",
    abi: gateAbi,
    functionName: "delistToken",
    args: [token],
    summary: `Close the gate for ${token}; what is in may still be taken out.`,
  });
}
