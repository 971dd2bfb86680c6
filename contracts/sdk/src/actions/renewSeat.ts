import type { Hex } from "viem";
import { membersAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Extends the seat by a fresh personhood check.
 * @example
 * renewSeat({ deployment, accountId: 7 })
 */
export function renewSeat(parameters: { deployment: Deployment; accountId: AccountId; proof?: Hex }) {
  const { deployment, accountId, proof = "0x" } = parameters;
  return makeCall(deployment, {
    contract: "Members",
    abi: membersAbi,
    functionName: "renew",
    args: [accountId, proof],
    summary: "Renew your seat.",
  });
}
