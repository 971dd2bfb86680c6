import { type Address, type Hex, parseSignature } from "viem";
import { ledgerAbi } from "../abi.ts";
import { makeCall } from "../call.ts";
import type { Deployment } from "../deployment.ts";
import { formatPeer } from "../format.ts";

/**
 * Sends an ERC-20 permit its owner signed with `permitTypedData`. Anyone.
 * @example
 * permitPeer({ deployment, owner, spender, amount: 1_000_000n, deadline, signature })
 */
export function permitPeer(parameters: {
  deployment: Deployment;
  owner: Address;
  spender: Address;
  amount: bigint;
  deadline: bigint;
  signature: Hex;
}) {
  const { deployment, owner, spender, amount, deadline, signature } = parameters;
  const { r, s, yParity } = parseSignature(signature);
  return makeCall(deployment, {
    contract: "Ledger",
    abi: ledgerAbi,
    functionName: "permit",
    args: [owner, spender, amount, deadline, 27 + yParity, r, s],
    summary: `Let ${spender} spend up to ${formatPeer(amount, { unit: true })} of ${owner}.`,
  });
}
