"use client";

import { liveEvents } from "@peercommons/sdk/schemas";
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTown } from "@/hooks/useTown";
import { heardBlock, lostLive, startClock, useLive } from "@/lib/liveStore";

const PAUSE = 400;
const slow = ["stats", "commons", "skills", "skill", "people", "bots"];

/** Collects what changed for a moment, then renews those queries together. */
function renewer(client: QueryClient) {
  const keys = new Map<string, readonly unknown[]>();
  let waiting = false;
  return (...changed: (readonly unknown[])[]) => {
    for (const key of changed) keys.set(JSON.stringify(key), key);
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      for (const queryKey of keys.values()) void client.invalidateQueries({ queryKey });
      keys.clear();
    }, PAUSE);
  };
}

/** Listens to the indexer and renews what changed. Renders nothing. */
export function LiveUpdates() {
  const { town, renderedAt } = useTown();
  const client = useQueryClient();
  useEffect(() => startClock(renderedAt), [renderedAt]);
  useEffect(() => {
    const renew = renewer(client);
    const source = new EventSource(new URL("/v1/live", town.indexerUrl));
    const on = (name: string, act: (data: unknown) => void) =>
      source.addEventListener(name, (event) => act(JSON.parse((event as MessageEvent<string>).data)));
    on("block", (data) => {
      const block = liveEvents.block.safeParse(data);
      if (block.success) heardBlock(block.data.indexedBlock, block.data.at);
    });
    on("task", (data) => {
      const task = liveEvents.task.safeParse(data);
      if (task.success) renew(["task", task.data.taskId], ["tasks"], ["feed"], ...slow.map((key) => [key]));
    });
    on("account", (data) => {
      const account = liveEvents.account.safeParse(data);
      if (account.success)
        renew(
          ["account", account.data.accountId],
          ["account", "of"],
          ["person", account.data.accountId],
          ["commons"],
        );
    });
    source.onopen = () => useLive.setState({ connected: true });
    source.onerror = lostLive;
    return () => source.close();
  }, [client, town.indexerUrl]);
  return null;
}
