"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const here = () => undefined;
const server = () => "UTC";

/** The time zone to write times in: the reader's, and UTC while the page comes to life, because the server does not know theirs. */
export function useZone(): string | undefined {
  return useSyncExternalStore<string | undefined>(never, here, server);
}
