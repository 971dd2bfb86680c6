import type { Address } from "viem";
import { ledgerAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import { formatPeer } from "../format.ts";

/**
 * ERC-20 approve. An allowance never reaches credit.
 * @example
 * approvePeer({ deployment, spender, amount: 1_000_000n })
 */
export function approvePeer(parameters: { deployment: Deployment; spender: Address; amount: bigint }) {
  const { deployment, spender, amount } = parameters;
  return makeCall(deployment, {
    contract: "Ledger",
    abi: ledgerAbi,
    functionName: "approve",
    args: [spender, amount],
    summary: `Let ${spender} spend up to ${formatPeer(amount, { unit: true })} of yours.`,
  });
}
