import { membersAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Gives up the seat and its basic limit.
 * @example
 * leaveSeat({ deployment, accountId: 7 })
 */
export function leaveSeat(parameters: { deployment: Deployment; accountId: AccountId }) {
  const { deployment, accountId } = parameters;
  return makeCall(deployment, {
    contract: "Members",
    abi: membersAbi,
    functionName: "leave",
    args: [accountId],
    summary: "Give up your seat: no more income, vote and basic credit. Money, levels and debts remain.",
  });
}
