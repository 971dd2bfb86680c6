import type { Address } from "viem";
import { ledgerAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import { formatPeer } from "../format.ts";

/**
 * ERC-20 transferFrom, within the allowance and the positive part of the balance.
 * @example
 * transferPeerFrom({ deployment, from, to, amount: 1_000_000n })
 */
export function transferPeerFrom(parameters: {
  deployment: Deployment;
  from: Address;
  to: Address;
  amount: bigint;
}) {
  const { deployment, from, to, amount } = parameters;
  return makeCall(deployment, {
    contract: "Ledger",
    abi: ledgerAbi,
    functionName: "transferFrom",
    args: [from, to, amount],
    summary: `Transfer ${formatPeer(amount, { unit: true })} from ${from} to ${to}.`,
  });
}
