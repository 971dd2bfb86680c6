"use client";

import { useEffect } from "react";
import { useEngine } from "@/hooks/useEngine";
import { useUi } from "@/lib/uiStore";
import { resumeAll } from "@/transactions/engine";
import { isUnderWay } from "@/transactions/record";
import { followStorage, useTransactions } from "@/transactions/store";

/** Loads the list of transactions, goes on with those under way, and shows that something is. */
export function Resumer() {
  const engine = useEngine();
  const open = useUi((ui) => ui.openTray);
  const overlay = useUi((ui) => ui.overlay.kind);
  const records = useTransactions((state) => state.records);
  useEffect(() => {
    const stop = followStorage();
    resumeAll(engine);
    const again = () => resumeAll(engine);
    window.addEventListener("online", again);
    return () => {
      stop();
      window.removeEventListener("online", again);
    };
  }, [engine]);
  const running = Object.values(records).filter(isUnderWay);
  const [first] = running;
  if (!first || overlay === "tray") return null;
  return (
    <button
      type="button"
      onClick={() => open(first.id)}
      className="fixed right-4 bottom-20 z-20 flex max-w-[min(22rem,calc(100vw-2rem))] items-center gap-3 rounded-s border-2 border-ink bg-sheet px-4 py-3 text-left text-sm shadow-[4px_4px_0_var(--ink)] lg:bottom-5"
    >
      <span
        aria-hidden
        className="size-3 shrink-0 animate-[breathe_1.2s_ease-in-out_infinite] rounded-full bg-poppy"
      />
      <span className="truncate font-semibold">
        {running.length === 1 ? first.title : `${running.length} things are on their way`}
      </span>
    </button>
  );
}
