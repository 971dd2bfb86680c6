import { type Address, type Hex, zeroHash } from "viem";
import { ledgerAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import { formatPeer } from "../format.ts";

/**
 * Pays, drawing on credit when needed. `memo` is the hash of a note kept off chain.
 * @example
 * pay({ deployment, to, amount: 2_500_000n })
 */
export function pay(parameters: { deployment: Deployment; to: Address; amount: bigint; memo?: Hex }) {
  const { deployment, to, amount, memo = zeroHash } = parameters;
  return makeCall(deployment, {
    contract: "Ledger",
    abi: ledgerAbi,
    functionName: "pay",
    args: [to, amount, memo],
    summary: `Pay ${formatPeer(amount, { unit: true })} to ${to}.`,
  });
}
