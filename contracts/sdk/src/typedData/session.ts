import type { Address } from "viem";
import type { Deployment } from "../deployment.ts";

const types = {
  Session: [
    { name: "account", type: "address" },
    { name: "deploymentId", type: "bytes32" },
    { name: "issuedAt", type: "uint256" },
  ],
} as const;

/**
 * What an account signs to read and write its private things at an indexer. The deployment's id binds chain and town.
 * @example
 * const signature = await account.signTypedData(sessionTypedData(deployment, { account: account.address, issuedAt: now }));
 */
export function sessionTypedData(
  deployment: Pick<Deployment, "chainId" | "deploymentId">,
  message: { account: Address; issuedAt: number },
) {
  return {
    domain: { name: "PeerCommons Session", version: "1", chainId: deployment.chainId },
    types,
    primaryType: "Session",
    message: {
      account: message.account,
      deploymentId: deployment.deploymentId,
      issuedAt: BigInt(message.issuedAt),
    },
  } as const;
}
