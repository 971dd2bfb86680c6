import { membersAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Ends a seat whose day has come. Anyone.
 * @example
 * expireSeat({ deployment, accountId: 7 })
 */
export function expireSeat(parameters: { deployment: Deployment; accountId: AccountId }) {
  const { deployment, accountId } = parameters;
  return makeCall(deployment, {
    contract: "Members",
    abi: membersAbi,
    functionName: "expire",
    args: [accountId],
    summary: `End account ${accountId}'s seat, whose day has come.`,
  });
}
