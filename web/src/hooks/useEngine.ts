"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useConfig } from "wagmi";
import type { WalletConfig } from "@/lib/wallet/config";
import type { Engine } from "@/transactions/engine";
import { useTown } from "./useTown";

/** What transactions run on. */
export function useEngine(): Engine {
  const { town } = useTown();
  const queries = useQueryClient();
  const wallets = useConfig() as WalletConfig;
  return useMemo(() => ({ town, queries, wallets }), [town, queries, wallets]);
}
