"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const yes = () => true;
const no = () => false;

/** Whether the page listens yet: what the server sent can be read before, but a press would be lost. */
export function useAlive(): boolean {
  return useSyncExternalStore(never, yes, no);
}
