import type { Address, Hex } from "viem";
import { membersAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Moves the account to another address, which signs `rotateTypedData`.
 * @example
 * rotateAccount({ deployment, accountId: 7, newOwner, deadline, signature })
 */
export function rotateAccount(parameters: {
  deployment: Deployment;
  accountId: AccountId;
  newOwner: Address;
  deadline: bigint;
  signature: Hex;
}) {
  const { deployment, accountId, newOwner, deadline, signature } = parameters;
  return makeCall(deployment, {
    contract: "Members",
    abi: membersAbi,
    functionName: "rotate",
    args: [accountId, newOwner, deadline, signature],
    summary: `Move your account, its money and its vote to ${newOwner}.`,
  });
}
