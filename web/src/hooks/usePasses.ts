"use client";

import { passList } from "@peercommons/sdk/schemas";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { z } from "zod";
import { callService } from "@/lib/api";
import { addPasses, clearPasses, loadPasses, usePassesStore } from "@/lib/passesStore";
import { useSession } from "./useSession";
import { useTown } from "./useTown";

/** Tasks somebody does not want to see again: kept here, and at the indexer when signed in. */
export function usePasses() {
  const { town } = useTown();
  const { token } = useSession();
  const client = useQueryClient();
  const passed = usePassesStore((state) => state.passed);
  useEffect(loadPasses, []);
  const remote = useQuery({
    queryKey: ["passes", token],
    queryFn: () => callService(town.indexerUrl, "/v1/passes", passList, { token: token ?? "" }),
    enabled: token !== null,
  });
  useEffect(() => {
    if (remote.data) addPasses(remote.data.items.map((item) => item.taskId));
  }, [remote.data]);
  const pass = (taskId: string): void => {
    addPasses([taskId]);
    if (token === null) return;
    // What is hidden stays hidden here even when the indexer cannot be told.
    void callService(town.indexerUrl, "/v1/passes", z.unknown(), {
      method: "POST",
      token,
      body: { taskId },
    }).catch(() => undefined);
  };
  const showAll = (): void => {
    const ids = [...passed];
    clearPasses();
    if (token === null) return;
    client.setQueryData(["passes", token], { items: [] });
    for (const taskId of ids) {
      void callService(town.indexerUrl, "/v1/passes", z.unknown(), {
        method: "DELETE",
        token,
        body: { taskId },
      }).catch(() => undefined);
    }
  };
  return { passed, pass, showAll };
}
