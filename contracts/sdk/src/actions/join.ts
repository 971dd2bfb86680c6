import { type Hex, zeroHash } from "viem";
import { membersAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";

/**
 * Registers the caller as a member and takes a seat if the personhood check agrees.
 * @example
 * join({ deployment, sealingKey })
 */
export function join(parameters: { deployment: Deployment; sealingKey?: Hex; proof?: Hex }) {
  const { deployment, sealingKey = zeroHash, proof = "0x" } = parameters;
  return makeCall(deployment, {
    contract: "Members",
    abi: membersAbi,
    functionName: "join",
    args: [sealingKey, proof],
    summary: "Join the town and take a seat.",
  });
}
