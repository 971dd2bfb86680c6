"use client";

import { useSyncExternalStore } from "react";
import { useLive } from "@/lib/liveStore";

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, 5_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

const fiveSeconds = () => Math.floor(Date.now() / 5_000) * 5;

/** The town's time in unix seconds, renewed every few seconds. The chain's clock counts, not this computer's. */
export function useNow(): number {
  const seconds = useSyncExternalStore(subscribe, fiveSeconds, fiveSeconds);
  const offset = useLive((live) => live.offset);
  return seconds + offset;
}
