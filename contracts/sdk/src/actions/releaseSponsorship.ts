import { sponsorshipAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Frees the sponsors' frozen 5 PEER once the newcomer has gone back through zero. Anyone.
 * @example
 * releaseSponsorship({ deployment, newcomerId: 30 })
 */
export function releaseSponsorship(parameters: { deployment: Deployment; newcomerId: AccountId }) {
  const { deployment, newcomerId } = parameters;
  return makeCall(deployment, {
    contract: "Personhood",
    abi: sponsorshipAbi,
    functionName: "release",
    args: [newcomerId],
    summary: `Free the line that account ${newcomerId}'s sponsors have frozen.`,
  });
}
