"use client";

import { useNow } from "@/hooks/useNow";
import { dayAndTime, fullTime, relativeTime } from "@/lib/format/time";

/** An instant: relative to read, exact on hover. */
export function Time({ at, absolute }: { at: number; absolute?: boolean }) {
  const now = useNow();
  return (
    <time
      dateTime={new Date(at * 1000).toISOString()}
      title={fullTime(at)}
      suppressHydrationWarning
      className="figures"
    >
      {absolute ? dayAndTime(at) : relativeTime(at, now)}
    </time>
  );
}
