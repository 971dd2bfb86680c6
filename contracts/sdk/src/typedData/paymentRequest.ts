import type { Hex } from "viem";
import type { Deployment } from "../deployment.ts";
import type { AccountId } from "../types.ts";

/** What somebody asks to be paid. `amount` 0 leaves it to the payer; `memo` is a note's content id or 0. */
export type PaymentRequest = { payeeId: AccountId; amount: bigint; memo: Hex; expiresAt: bigint };

const types = {
  PaymentRequest: [
    { name: "payeeId", type: "uint32" },
    { name: "amount", type: "uint256" },
    { name: "memo", type: "bytes32" },
    { name: "expiresAt", type: "uint256" },
    { name: "deploymentId", type: "bytes32" },
  ],
} as const;

/**
 * What a payee signs under a payment request, so that the payer sees who asks. No contract reads it: it moves nothing.
 * @example
 * paymentRequestTypedData(deployment, { payeeId: 7, amount: 2_500_000n, memo: zeroHash, expiresAt: 1_763_640_000n })
 */
export function paymentRequestTypedData(
  deployment: Pick<Deployment, "chainId" | "deploymentId">,
  request: PaymentRequest,
) {
  return {
    domain: { name: "PeerCommons Request", version: "1", chainId: deployment.chainId },
    types,
    primaryType: "PaymentRequest",
    message: { ...request, deploymentId: deployment.deploymentId },
  } as const;
}
