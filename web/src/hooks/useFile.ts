"use client";

import { type AttachedFile, openFile } from "@peercommons/sdk/sealing";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { readContent } from "@/lib/contents";
import { failureOf } from "@/transactions/failure";
import { useTown } from "./useTown";

/** A file's bytes, fetched when asked for, each part checked against its hash before anything is opened. */
export function useFile(file: AttachedFile) {
  const { queries } = useTown();
  const client = useQueryClient();
  const load = useMutation({
    mutationFn: async () => {
      const parts: Uint8Array[] = [];
      for (const id of file.contentIds) parts.push((await readContent({ client, queries }, id)).body);
      return openFile({ file, parts });
    },
  });
  return {
    bytes: load.data,
    load: load.mutateAsync,
    loading: load.isPending,
    problem: load.error ? failureOf(load.error).sentence : null,
  };
}
