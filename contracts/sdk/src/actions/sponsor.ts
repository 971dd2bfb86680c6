import type { Address } from "viem";
import { sponsorshipAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Sponsors a newcomer for a seat; freezes 5 PEER of the sponsor's line.
 * @example
 * sponsor({ deployment, sponsorId: 7, newcomer })
 */
export function sponsor(parameters: { deployment: Deployment; sponsorId: AccountId; newcomer: Address }) {
  const { deployment, sponsorId, newcomer } = parameters;
  return makeCall(deployment, {
    contract: "Personhood",
    abi: sponsorshipAbi,
    functionName: "sponsor",
    args: [sponsorId, newcomer],
    summary: `Vouch that ${newcomer} is one human, with 5 PEER of your line.`,
  });
}
