"use client";

import { PeerCommonsError } from "@peercommons/sdk";
import type { SealingKeys } from "@peercommons/sdk/sealing";
import { useConfig, useConnection } from "wagmi";
import type { WalletConfig } from "@/lib/wallet/config";
import { sealingKeysOf, sealingKnown } from "@/lib/wallet/sealing";
import { throwAwayId } from "@/lib/wallet/throwAway";

/** My sealing keys. `silent`: to have them asks the wallet nothing. */
export function useSealing(): { silent: boolean; keys: () => Promise<SealingKeys> } {
  const wallets = useConfig() as WalletConfig;
  const { address, connector, status } = useConnection();
  return {
    // Between a page's load and the wallet's return its connector is a name without functions.
    silent: status === "connected" && (connector?.id === throwAwayId || sealingKnown(address)),
    keys: async () => {
      if (address) return sealingKeysOf(wallets, address);
      throw new PeerCommonsError({ code: "NoWallet", message: "Nobody is signed in. Come in first." });
    },
  };
}
