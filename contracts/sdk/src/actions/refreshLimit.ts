import { creditLinesAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Writes the account's limit as of now. Anyone.
 * @example
 * refreshLimit({ deployment, accountId: 7 })
 */
export function refreshLimit(parameters: { deployment: Deployment; accountId: AccountId }) {
  const { deployment, accountId } = parameters;
  return makeCall(deployment, {
    contract: "CreditLines",
    abi: creditLinesAbi,
    functionName: "refresh",
    args: [accountId],
    summary: `Bring account ${accountId}'s credit limit up to date.`,
  });
}
