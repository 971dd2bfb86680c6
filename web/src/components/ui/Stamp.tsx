import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

const tones = {
  ink: "border-ink text-ink",
  poppy: "border-poppy-text text-poppy-text",
  leaf: "border-leaf text-leaf",
  soft: "border-edge text-soft",
  alarm: "border-alarm text-alarm",
} as const;

export type StampTone = keyof typeof tones;

/** A state, as a rubber stamp would put it. */
export function Stamp({
  tone = "ink",
  children,
  tilted,
}: {
  tone?: StampTone;
  children: ReactNode;
  tilted?: boolean;
}) {
  return (
    <span
      className={cn(
        "inline-block whitespace-nowrap rounded-s border-2 px-2 py-0.5 font-bold font-display text-xs leading-tight",
        tones[tone],
        tilted && "-rotate-3",
      )}
    >
      {children}
    </span>
  );
}
