"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useConfig, useConnection } from "wagmi";
import { signIn, tokenOf } from "@/lib/session";
import type { WalletConfig } from "@/lib/wallet/config";
import { throwAwayId } from "@/lib/wallet/throwAway";
import { useMyId } from "./useMe";
import { useTown } from "./useTown";

/**
 * The sign-in for private things. A throw-away account signs by itself; a wallet is asked only when its owner wants drafts on
 * other devices, so `token` may stay null.
 */
export function useSession() {
  const { town } = useTown();
  const wallets = useConfig() as WalletConfig;
  const client = useQueryClient();
  const { address, connector } = useConnection();
  const myId = useMyId();
  const silent = connector?.id === throwAwayId;
  const key = ["session", address ?? ""];
  const session = useQuery({
    queryKey: key,
    queryFn: async () => {
      if (!address) return null;
      return silent ? signIn(town, wallets, address) : tokenOf(town, address);
    },
    enabled: address !== undefined && myId !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  const ask = async (): Promise<void> => {
    if (address) client.setQueryData(key, await signIn(town, wallets, address));
  };
  return { token: session.data ?? null, ask };
}
