import type { Address, Hex } from "viem";
import type { Deployment } from "../deployment.ts";
import { domainOf } from "./domain.ts";

const types = {
  Pay: [
    { name: "from", type: "address" },
    { name: "to", type: "address" },
    { name: "amount", type: "uint256" },
    { name: "memo", type: "bytes32" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/**
 * What a payer signs so that anyone may send their payment with `payBySig`. Nonces are keyed; `deadline` is a unix second.
 * @example
 * payTypedData(deployment, { from, to, amount: 2_500_000n, memo: zeroHash, nonce, deadline })
 */
export function payTypedData(
  deployment: Deployment,
  message: { from: Address; to: Address; amount: bigint; memo: Hex; nonce: bigint; deadline: bigint },
) {
  return { domain: domainOf(deployment, "Ledger"), types, primaryType: "Pay", message } as const;
}
