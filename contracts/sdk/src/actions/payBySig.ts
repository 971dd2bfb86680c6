import { type Address, type Hex, zeroHash } from "viem";
import { ledgerAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import { formatPeer } from "../format.ts";

/**
 * Sends a payment its payer signed with `payTypedData`. Anyone.
 * @example
 * payBySig({ deployment, from, to, amount: 2_500_000n, nonce, deadline, signature })
 */
export function payBySig(parameters: {
  deployment: Deployment;
  from: Address;
  to: Address;
  amount: bigint;
  memo?: Hex;
  nonce: bigint;
  deadline: bigint;
  signature: Hex;
}) {
  const { deployment, from, to, amount, memo = zeroHash, nonce, deadline, signature } = parameters;
  return makeCall(deployment, {
    contract: "Ledger",
    abi: ledgerAbi,
    functionName: "payBySig",
    args: [from, to, amount, memo, nonce, deadline, signature],
    summary: `Send ${from}'s signed payment of ${formatPeer(amount, { unit: true })} to ${to}.`,
  });
}
