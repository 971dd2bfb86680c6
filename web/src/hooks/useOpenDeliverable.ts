"use client";

import { PeerCommonsError } from "@peercommons/sdk";
import { parseDeliverable, verifyContent } from "@peercommons/sdk/content";
import { open as openEnvelope } from "@peercommons/sdk/sealing";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Hex } from "viem";
import { useConfig, useConnection } from "wagmi";
import { contentBytes } from "@/lib/bytes";
import type { WalletConfig } from "@/lib/wallet/config";
import { sealingKeysOf, sealingKnown } from "@/lib/wallet/sealing";
import { throwAwayId } from "@/lib/wallet/throwAway";
import { failureOf } from "@/transactions/failure";
import { useTown } from "./useTown";

/** Fetches a sealed delivery, checks that it is the one the chain names, and opens it with the wallet's key. */
export function useOpenDeliverable(taskId: string, contentId: string) {
  const { queries } = useTown();
  const client = useQueryClient();
  const wallets = useConfig() as WalletConfig;
  const { address, connector } = useConnection();
  const opening = useMutation({
    mutationFn: async () => {
      if (!address)
        throw new PeerCommonsError({ code: "NoWallet", message: "Connect the poster's account first." });
      const content = await client.fetchQuery(queries.content(contentId));
      const body = contentBytes(content);
      if (!verifyContent({ body, saltHash: content.saltHash as Hex, contentId: contentId as Hex })) {
        throw new PeerCommonsError({
          code: "ContentMismatch",
          message:
            "What is stored is not what was handed in: its hash differs. Do not accept on it; ask the worker to hand in again.",
        });
      }
      const { privateKey } = await sealingKeysOf(wallets, address);
      return parseDeliverable(openEnvelope({ envelope: body, privateKey, taskId: BigInt(taskId) }));
    },
  });
  const { mutate } = opening;
  const silent = address !== undefined && (connector?.id === throwAwayId || sealingKnown(address));
  useEffect(() => {
    if (silent) mutate();
  }, [silent, mutate]);
  return {
    opened: opening.data,
    open: () => mutate(),
    opening: opening.isPending,
    problem: opening.error ? failureOf(opening.error).sentence : null,
  };
}
