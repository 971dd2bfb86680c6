"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { shareSealedTask } from "@/lib/sealedTask";
import { failureOf } from "@/transactions/failure";
import { useMyId } from "./useMe";
import { useSealing } from "./useSealing";
import { useTown } from "./useTown";

/** Handing a sealed task's details to its worker: one signature of the wallet at most, nothing on the chain. */
export function useShare(taskId: string) {
  const { town, queries } = useTown();
  const client = useQueryClient();
  const { keys } = useSealing();
  const myId = useMyId();
  const share = useMutation({
    mutationFn: async () => {
      const task = await client.fetchQuery({ ...queries.task(taskId), staleTime: 0 });
      await shareSealedTask({ client, queries }, town.indexerUrl, task, await keys());
      await client.invalidateQueries({ queryKey: ["task", taskId] });
      await client.invalidateQueries({ queryKey: ["account", myId, "work"] });
    },
  });
  return {
    share: share.mutate,
    sharing: share.isPending,
    shared: share.isSuccess,
    problem: share.error ? failureOf(share.error).sentence : null,
  };
}
