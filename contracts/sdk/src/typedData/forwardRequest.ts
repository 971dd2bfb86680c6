import { type Hex, hashTypedData } from "viem";
import type { Deployment } from "../deployment.ts";
import type { ForwardRequest } from "../types.ts";
import { domainOf } from "./domain.ts";

const types = {
  ForwardRequest: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "value", type: "uint256" },
    { name: "gas", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint48" },
    { name: "data", type: "bytes" },
  ],
} as const;

/**
 * What a user signs so that a relayer may send their call.
 * @example
 * const signature = await account.signTypedData(forwardRequestTypedData(deployment, request));
 */
export function forwardRequestTypedData(deployment: Deployment, request: ForwardRequest) {
  return {
    domain: domainOf(deployment, "Forwarder"),
    types,
    primaryType: "ForwardRequest",
    message: request,
  } as const;
}

/**
 * A request's EIP-712 hash: its id at every relayer, so a resend is the same request.
 * @example
 * const id = relayIdOf(deployment, request);
 */
export function relayIdOf(deployment: Deployment, request: ForwardRequest): Hex {
  return hashTypedData(forwardRequestTypedData(deployment, request));
}
