import type { Address } from "viem";
import { ledgerAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import { formatPeer } from "../format.ts";

/**
 * ERC-20 transfer: reaches the positive part of the balance only. Use `pay` to draw on credit.
 * @example
 * transferPeer({ deployment, to, amount: 1_000_000n })
 */
export function transferPeer(parameters: { deployment: Deployment; to: Address; amount: bigint }) {
  const { deployment, to, amount } = parameters;
  return makeCall(deployment, {
    contract: "Ledger",
    abi: ledgerAbi,
    functionName: "transfer",
    args: [to, amount],
    summary: `Transfer ${formatPeer(amount, { unit: true })} to ${to}.`,
  });
}
