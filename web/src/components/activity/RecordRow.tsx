"use client";

import { Button } from "@/components/ui/Button";
import { Stamp, type StampTone } from "@/components/ui/Stamp";
import { Time } from "@/components/ui/Time";
import { useUi } from "@/lib/uiStore";
import { isUnderWay, type Phase, type TransactionRecord } from "@/transactions/record";
import { dismissRecord } from "@/transactions/store";

const words: Record<Phase, { label: string; tone: StampTone }> = {
  review: { label: "Not sent yet", tone: "soft" },
  preparing: { label: "In your wallet", tone: "ink" },
  signing: { label: "In your wallet", tone: "ink" },
  sent: { label: "On its way", tone: "poppy" },
  confirmed: { label: "In a block", tone: "ink" },
  settled: { label: "Done", tone: "leaf" },
  failed: { label: "Did not happen", tone: "alarm" },
};

/** A transaction in the list; opening it goes on where it stopped. */
export function RecordRow({ record }: { record: TransactionRecord }) {
  const open = useUi((ui) => ui.openTray);
  const { label, tone } = words[record.phase];
  return (
    <article className="sheet flex flex-wrap items-center gap-x-4 gap-y-2 p-3">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{record.title}</p>
        <p className="text-sm text-soft">
          <Time at={Math.floor(record.createdAt / 1000)} />
          {record.phase === "failed" && record.error ? (
            <span className="block text-alarm">{record.error.sentence}</span>
          ) : null}
        </p>
      </div>
      <Stamp tone={tone}>{label}</Stamp>
      <Button size="small" onClick={() => open(record.id)}>
        {record.phase === "review" || record.phase === "failed" ? "Go on" : "Look"}
      </Button>
      {isUnderWay(record) ? null : (
        <Button
          size="small"
          tone="quiet"
          aria-label={`Take off the list: ${record.title}`}
          onClick={() => dismissRecord(record.id)}
        >
          Dismiss
        </Button>
      )}
    </article>
  );
}
