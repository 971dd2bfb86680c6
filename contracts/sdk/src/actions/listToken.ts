import type { Address } from "viem";
import { gateAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Opens the gate for a token that was announced 30 days ago. Anyone.
 * @example
 * listToken({ deployment, token })
 */
export function listToken(parameters: { deployment: Deployment; token: Address }) {
  const { deployment, token } = parameters;
  return makeCall(deployment, {
    contract: "Gate",
    abi: gateAbi,
    functionName: "listToken",
    args: [token],
    summary: `Open the gate for ${token}.`,
  });
}
