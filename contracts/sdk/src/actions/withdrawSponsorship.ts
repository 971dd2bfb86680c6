import type { Address } from "viem";
import { sponsorshipAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Takes back a sponsorship that was not used yet.
 * @example
 * withdrawSponsorship({ deployment, sponsorId: 7, newcomer })
 */
export function withdrawSponsorship(parameters: {
  deployment: Deployment;
  sponsorId: AccountId;
  newcomer: Address;
}) {
  const { deployment, sponsorId, newcomer } = parameters;
  return makeCall(deployment, {
    contract: "Personhood",
    abi: sponsorshipAbi,
    functionName: "withdraw",
    args: [sponsorId, newcomer],
    summary: `Take back your sponsorship of ${newcomer}.`,
  });
}
