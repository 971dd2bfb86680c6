import type { Hex } from "viem";
import { membersAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Sets the X25519 key deliveries are encrypted to.
 * @example
 * setSealingKey({ deployment, accountId: 7, sealingKey })
 */
export function setSealingKey(parameters: { deployment: Deployment; accountId: AccountId; sealingKey: Hex }) {
  const { deployment, accountId, sealingKey } = parameters;
  return makeCall(deployment, {
    contract: "Members",
    abi: membersAbi,
    functionName: "setSealingKey",
    args: [accountId, sealingKey],
    summary: "Set the key that work is sealed to for you.",
  });
}
