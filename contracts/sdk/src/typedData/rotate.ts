import type { Address } from "viem";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";
import { domainOf } from "./domain.ts";

const types = {
  Rotate: [
    { name: "accountId", type: "uint32" },
    { name: "newOwner", type: "address" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/**
 * What the new address signs to take an account over. `deadline` is a unix second.
 * @example
 * rotateTypedData(deployment, { accountId: 7, newOwner, deadline })
 */
export function rotateTypedData(
  deployment: Deployment,
  message: { accountId: AccountId; newOwner: Address; deadline: bigint },
) {
  return { domain: domainOf(deployment, "Members"), types, primaryType: "Rotate", message } as const;
}
