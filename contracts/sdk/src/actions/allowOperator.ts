import type { Address } from "viem";
import { ledgerAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Lets an operator that joined after the seal move the caller's account, or forbids it again.
 * @example
 * allowOperator({ deployment, operator, allowed: false })
 */
export function allowOperator(parameters: { deployment: Deployment; operator: Address; allowed: boolean }) {
  const { deployment, operator, allowed } = parameters;
  return makeCall(deployment, {
    contract: "Ledger",
    abi: ledgerAbi,
    functionName: "allowOperator",
    args: [operator, allowed],
    summary: `${allowed ? "Let" : "No longer let"} ${operator} move your PEER.`,
  });
}
