import type { Address } from "viem";
import { gateAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/**
 * Brings in a listed token and gets as much PEER. The account's owner, who has approved the gate; `amount` in the token's units.
 * @example
 * depositToken({ deployment, accountId: 7, token, amount: 2_500_000n })
 */
export function depositToken(parameters: {
  deployment: Deployment;
  accountId: AccountId;
  token: Address;
  amount: bigint;
}) {
  const { deployment, accountId, token, amount } = parameters;
  return makeCall(deployment, {
    contract: "Gate",
    abi: gateAbi,
    functionName: "deposit",
    args: [accountId, token, amount],
    summary: `Bring in ${amount} units of ${token} and get as much PEER.`,
  });
}
