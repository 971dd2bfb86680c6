import { z } from "zod";
import { create } from "zustand";

const slot = "peercommons.passes";

type Passes = { passed: ReadonlySet<string> };

/** Tasks hidden in this browser. */
export const usePassesStore = create<Passes>(() => ({ passed: new Set() }));

export function loadPasses(): void {
  try {
    const ids = z.array(z.string()).parse(JSON.parse(localStorage.getItem(slot) ?? "[]"));
    usePassesStore.setState({ passed: new Set(ids) });
  } catch {
    localStorage.removeItem(slot);
  }
}

export function addPasses(ids: readonly string[]): void {
  const passed = new Set([...usePassesStore.getState().passed, ...ids]);
  usePassesStore.setState({ passed });
  localStorage.setItem(slot, JSON.stringify([...passed].slice(-500)));
}

export function clearPasses(): void {
  usePassesStore.setState({ passed: new Set() });
  localStorage.removeItem(slot);
}
