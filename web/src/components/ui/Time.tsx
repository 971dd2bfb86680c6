"use client";

import { useNow } from "@/hooks/useNow";
import { dayAndTime, dayOnly, fullTime, relativeTime } from "@/lib/format/time";

const NEAR = 129_600;

/** An instant: relative to read, exact on hover. `day` names the day when it is more than a day and a half away. */
export function Time({ at, absolute, day }: { at: number; absolute?: boolean; day?: boolean }) {
  const now = useNow();
  const text = absolute
    ? dayAndTime(at)
    : day && Math.abs(at - now) > NEAR
      ? dayOnly(at)
      : relativeTime(at, now);
  return (
    <time
      dateTime={new Date(at * 1000).toISOString()}
      title={fullTime(at)}
      suppressHydrationWarning
      className="figures"
    >
      {text}
    </time>
  );
}
