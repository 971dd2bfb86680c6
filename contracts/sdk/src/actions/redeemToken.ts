import type { Address } from "viem";
import { gateAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import { formatPeer } from "../format.ts";
import type { AccountId } from "../types.ts";

/**
 * Takes out what the account brought in: PEER goes back, as much of the token goes to `to`. The account's owner.
 * @example
 * redeemToken({ deployment, accountId: 7, token, amount: 2_500_000n, to })
 */
export function redeemToken(parameters: {
  deployment: Deployment;
  accountId: AccountId;
  token: Address;
  amount: bigint;
  to: Address;
}) {
  const { deployment, accountId, token, amount, to } = parameters;
  return makeCall(deployment, {
    contract: "Gate",
    abi: gateAbi,
    functionName: "redeem",
    args: [accountId, token, amount, to],
    summary: `Give back ${formatPeer(amount, { unit: true })} and take out as much of ${token}.`,
  });
}
