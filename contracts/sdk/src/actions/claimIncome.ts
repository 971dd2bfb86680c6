import { basicIncomeAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Pays what the member has accrued to its owner. Anyone may push it.
 * @example
 * claimIncome({ deployment, accountId: 7 })
 */
export function claimIncome(parameters: { deployment: Deployment; accountId: AccountId }) {
  const { deployment, accountId } = parameters;
  return makeCall(deployment, {
    contract: "BasicIncome",
    abi: basicIncomeAbi,
    functionName: "claim",
    args: [accountId],
    summary: "Take your basic income.",
  });
}
