import { type Address, type Hex, parseSignature } from "viem";
import { gateAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * The same as `depositToken`, with the token's own permit (EIP-2612) instead of an approval before.
 * @example
 * depositWithPermit({ deployment, accountId: 7, token, amount: 2_500_000n, deadline, signature })
 */
export function depositWithPermit(parameters: {
  deployment: Deployment;
  accountId: AccountId;
  token: Address;
  amount: bigint;
  deadline: bigint;
  signature: Hex;
}) {
  const { deployment, accountId, token, amount, deadline } = parameters;
  const { r, s, yParity } = parseSignature(parameters.signature);
  return makeCall(deployment, {
    contract: "Gate",
    abi: gateAbi,
    functionName: "depositWithPermit",
    args: [accountId, token, amount, deadline, 27 + yParity, r, s],
    summary: `Bring in ${amount} units of ${token} and get as much PEER.`,
  });
}
