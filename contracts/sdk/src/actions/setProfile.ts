import type { Hex } from "viem";
import { membersAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Publishes a profile's content id.
 * @example
 * setProfile({ deployment, accountId: 7, contentId })
 */
export function setProfile(parameters: { deployment: Deployment; accountId: AccountId; contentId: Hex }) {
  const { deployment, accountId, contentId } = parameters;
  return makeCall(deployment, {
    contract: "Members",
    abi: membersAbi,
    functionName: "setProfile",
    args: [accountId, contentId],
    summary: "Publish your profile.",
  });
}
