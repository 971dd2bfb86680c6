import { type Chain, defineChain } from "viem";
import type { Town } from "../town";

/** The town's chain as wallets want it described. */
export function townChain(town: Town): Chain {
  const id = town.deployment?.chainId ?? 31337;
  return defineChain({
    id,
    name: id === 31337 ? "PeerCommons local town" : `PeerCommons on chain ${id}`,
    nativeCurrency: { name: "Ether", symbol: "ETH", decimals: 18 },
    rpcUrls: { default: { http: [town.rpcUrl] } },
  });
}
