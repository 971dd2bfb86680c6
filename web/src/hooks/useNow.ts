"use client";

import { useSyncExternalStore } from "react";
import { useLive } from "@/lib/liveStore";
import { useTown } from "./useTown";

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

const notYet = () => 0;

/**
 * The town's time in unix seconds, renewed every few seconds. The chain's clock counts, not this computer's. While a page comes to
 * life it is the server's, so that both write the same words.
 */
export function useNow(): number {
  const { renderedAt } = useTown();
  const seconds = useSyncExternalStore(subscribe, fiveSeconds, notYet);
  const offset = useLive((live) => live.offset);
  return seconds === 0 ? renderedAt : seconds + offset;
}
