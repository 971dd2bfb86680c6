import type { Address } from "viem";
import { ledgerAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Announces an operator; `addOperator` works 30 days later. Governor.
 * @example
 * proposeOperator({ deployment, operator })
 */
export function proposeOperator(parameters: { deployment: Deployment; operator: Address }) {
  const { deployment, operator } = parameters;
  return makeCall(deployment, {
    contract: "Ledger",
    abi: ledgerAbi,
    functionName: "proposeOperator",
    args: [operator],
    summary: `Announce ${operator} as an operator of the ledger.`,
  });
}
