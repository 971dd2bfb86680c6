"use client";

import { useEffect } from "react";

/** Registers the small worker that shows a page when there is no network. Renders nothing. */
export function OfflineShell() {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    // Without it the app is the same, only without an offline page.
    navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  }, []);
  return null;
}
