import type { Address } from "viem";
import { ledgerAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Takes an operator's announcement back, at any time before it is added. Governor.
 * @example
 * withdrawOperator({ deployment, operator })
 */
export function withdrawOperator(parameters: { deployment: Deployment; operator: Address }) {
  const { deployment, operator } = parameters;
  return makeCall(deployment, {
    contract: "Ledger",
    abi: ledgerAbi,
    functionName: "withdrawOperator",
    args: [operator],
    summary: `Take back the announcement of ${operator} as an operator of the ledger.`,
  });
}
