"use client";

import { useNow } from "@/hooks/useNow";
import { useZone } from "@/hooks/useZone";
import { dayAndTime, dayOnly, fullTime, relativeTime } from "@/lib/format/time";

const NEAR = 129_600;

/** An instant: relative to read, exact on hover. `day` names the day when it is more than a day and a half away. */
export function Time({ at, absolute, day }: { at: number; absolute?: boolean; day?: boolean }) {
  const now = useNow();
  const zone = useZone();
  const text = absolute
    ? dayAndTime(at, zone)
    : day && Math.abs(at - now) > NEAR
      ? dayOnly(at, zone)
      : relativeTime(at, now);
  return (
    <time dateTime={new Date(at * 1000).toISOString()} title={fullTime(at, zone)} className="figures">
      {text}
    </time>
  );
}
