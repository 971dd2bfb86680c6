import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

const tones = {
  plain: "border-rule bg-sheet",
  ink: "border-ink bg-ink-wash",
  good: "border-leaf bg-leaf-wash",
  warn: "border-poppy bg-poppy-wash",
  bad: "border-alarm bg-alarm-wash",
} as const;

/** A sentence that matters: what happened, and the way on. */
export function Notice(props: {
  tone?: keyof typeof tones;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  live?: boolean;
  className?: string;
}) {
  return (
    <div
      role={props.live ? "status" : undefined}
      className={cn("rounded-s border-l-4 px-4 py-3 text-sm", tones[props.tone ?? "plain"], props.className)}
    >
      {props.title ? <p className="font-display font-semibold text-base">{props.title}</p> : null}
      {props.children ? <div className="max-w-prose">{props.children}</div> : null}
      {props.action ? <div className="mt-3 flex flex-wrap gap-2">{props.action}</div> : null}
    </div>
  );
}
