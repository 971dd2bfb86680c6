import { cn } from "@/lib/cn";

/** A place kept for something that is on its way. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={cn("block animate-[breathe_1.6s_ease-in-out_infinite] rounded-s bg-sunk", className)}
    />
  );
}

export function SkeletonRows({ rows = 4, height = "h-24" }: { rows?: number; height?: string }) {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">Loading</span>
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((key) => (
        <Skeleton key={key} className={height} />
      ))}
    </div>
  );
}
