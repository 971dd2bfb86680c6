import type { Address } from "viem";
import type { Deployment } from "../deployment.ts";

/** Contracts that check typed signatures. */
export type SigningContract = "Bots" | "Clearing" | "Forwarder" | "Ledger" | "Members" | "TaskMarket";

/**
 * A contract's EIP-712 domain: `PeerCommons <Contract>`, version 1, chain and address.
 * @example
 * domainOf(deployment, "Ledger").name // "PeerCommons Ledger"
 */
export function domainOf<contract extends SigningContract>(
  deployment: { chainId: number; contracts: Pick<Deployment["contracts"], contract> },
  contract: contract,
) {
  const verifyingContract: Address = deployment.contracts[contract];
  return {
    name: `PeerCommons ${contract}`,
    version: "1",
    chainId: deployment.chainId,
    verifyingContract,
  } as const;
}
