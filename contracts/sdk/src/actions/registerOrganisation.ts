import { type Hex, zeroHash } from "viem";
import { membersAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Registers the caller as an organisation.
 * @example
 * registerOrganisation({ deployment })
 */
export function registerOrganisation(parameters: { deployment: Deployment; sealingKey?: Hex }) {
  const { deployment, sealingKey = zeroHash } = parameters;
  return makeCall(deployment, {
    contract: "Members",
    abi: membersAbi,
    functionName: "registerOrganisation",
    args: [sealingKey],
    summary: "Register as an organisation, which posts tasks but has no seat.",
  });
}
