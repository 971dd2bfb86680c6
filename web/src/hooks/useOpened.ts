"use client";

import type { SealingKeys } from "@peercommons/sdk/sealing";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useConnection } from "wagmi";
import type { Source } from "@/lib/contents";
import { failureOf } from "@/transactions/failure";
import { useSealing } from "./useSealing";
import { useTown } from "./useTown";

/** Something sealed that I may read: opened by itself where the wallet need not be asked, else when `open` is pressed. */
export type Opened<T> = { opened: T | undefined; open: () => void; opening: boolean; problem: string | null };

/** Opens something sealed with my keys. What was opened stays in memory for the visit. */
export function useOpened<T>(p: {
  what: readonly unknown[];
  may: boolean;
  read: (source: Source, keys: SealingKeys) => Promise<T>;
}): Opened<T> {
  const { queries } = useTown();
  const client = useQueryClient();
  const { address } = useConnection();
  const { silent, keys } = useSealing();
  const query = useQuery({
    queryKey: ["opened", address ?? "", ...p.what],
    queryFn: async () => p.read({ client, queries }, await keys()),
    enabled: p.may && silent,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
  });
  return {
    opened: p.may ? query.data : undefined,
    open: () => void query.refetch(),
    opening: query.isFetching,
    problem: query.error && !query.isFetching ? failureOf(query.error).sentence : null,
  };
}
