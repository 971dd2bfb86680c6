import type { Address } from "viem";
import { ledgerAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Admits an operator announced 30 days ago. Anyone.
 * @example
 * addOperator({ deployment, operator })
 */
export function addOperator(parameters: { deployment: Deployment; operator: Address }) {
  const { deployment, operator } = parameters;
  return makeCall(deployment, {
    contract: "Ledger",
    abi: ledgerAbi,
    functionName: "addOperator",
    args: [operator],
    summary: `Admit the announced operator ${operator}.`,
  });
}
