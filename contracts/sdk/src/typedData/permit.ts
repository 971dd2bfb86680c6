import type { Address } from "viem";
import type { Deployment } from "../deployment.ts";
import { domainOf } from "./domain.ts";

const types = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/**
 * An ERC-2612 permit over PEER; its nonce has key 0. An allowance reaches the positive part of the balance only.
 * @example
 * permitTypedData(deployment, { owner, spender, value: 1_000_000n, nonce, deadline })
 */
export function permitTypedData(
  deployment: Deployment,
  message: { owner: Address; spender: Address; value: bigint; nonce: bigint; deadline: bigint },
) {
  return { domain: domainOf(deployment, "Ledger"), types, primaryType: "Permit", message } as const;
}
