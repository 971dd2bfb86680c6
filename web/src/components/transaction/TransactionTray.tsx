"use client";

import { Notice } from "@/components/ui/Notice";
import { Tray } from "@/components/ui/Tray";
import { useUi } from "@/lib/uiStore";
import type { TransactionRecord } from "@/transactions/record";
import { definitionOf } from "@/transactions/registry";
import { useTransactions } from "@/transactions/store";
import { Receipt } from "./Receipt";
import { Steps } from "./Steps";
import { TrayFoot } from "./TrayFoot";

/** One transaction from review to settled: what will happen, that it happens, how it ended. */
export function TransactionTray() {
  const overlay = useUi((ui) => ui.overlay);
  const close = useUi((ui) => ui.close);
  const record = useTransactions((state) =>
    overlay.kind === "tray" ? state.records[overlay.id] : undefined,
  );
  if (!record) return null;
  return (
    <Tray open onClose={close} title={record.title}>
      <Content record={record} />
    </Tray>
  );
}

function Content({ record }: { record: TransactionRecord }) {
  const definition = definitionOf(record.kind);
  const parsed = definition.parameters.safeParse(record.parameters);
  if (!parsed.success) {
    return (
      <Notice tone="bad">
        This was started by another version of the app and cannot go on. Dismiss it on the activity page and
        start again.
      </Notice>
    );
  }
  const undo = definition.undo?.(parsed.data);
  return (
    <div className="grid gap-5">
      <Steps record={record} />
      <Receipt items={definition.items(parsed.data)} />
      {undo ? <p className="text-sm text-soft">{undo}</p> : null}
      <TrayFoot record={record} definition={definition} parameters={parsed.data} />
    </div>
  );
}
