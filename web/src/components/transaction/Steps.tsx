import { cn } from "@/lib/cn";
import type { Phase, TransactionRecord } from "@/transactions/record";

const steps: { phases: Phase[]; label: string }[] = [
  { phases: ["review"], label: "Look" },
  { phases: ["preparing", "signing"], label: "Sign" },
  { phases: ["sent"], label: "Sent" },
  { phases: ["confirmed"], label: "In a block" },
  { phases: ["settled"], label: "Here" },
];

/** Where a transaction is on its way. */
export function Steps({ record }: { record: TransactionRecord }) {
  const at = steps.findIndex((step) => step.phases.includes(record.phase));
  return (
    <ol aria-label="Progress" className="grid grid-cols-5 gap-1 text-center text-xs">
      {steps.map((step, index) => {
        const here = index === at;
        return (
          <li
            key={step.label}
            aria-current={here ? "step" : undefined}
            className={cn("grid gap-1", index <= at ? "font-semibold text-text" : "text-soft")}
          >
            <span
              aria-hidden
              className={cn(
                "h-2",
                index < at || record.phase === "settled" ? "bg-ink" : here ? "bg-poppy" : "bg-sunk",
                here &&
                  index > 0 &&
                  record.phase !== "settled" &&
                  "animate-[breathe_1.2s_ease-in-out_infinite]",
              )}
            />
            {step.label}
          </li>
        );
      })}
    </ol>
  );
}
