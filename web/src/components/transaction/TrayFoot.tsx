"use client";

import { ButtonLink } from "@/components/ui/Button";
import { Copy } from "@/components/ui/Copy";
import { Stamp } from "@/components/ui/Stamp";
import { shortHex } from "@/lib/format/hex";
import { useUi } from "@/lib/uiStore";
import type { TransactionRecord } from "@/transactions/record";
import type { TransactionDefinition } from "@/transactions/types";
import { ReviewFoot } from "./ReviewFoot";

const progress = {
  preparing: "Getting ready. Your wallet may ask you to sign; it costs nothing.",
  signing: "Look into your wallet: it shows the same request and asks you to sign.",
  sent: "On its way. You may close this or leave the page; it goes on.",
  confirmed: "It is in a block. In a moment this page shows it too.",
} as const;

/** The lower part of the tray: the button, the progress, or the end. */
export function TrayFoot(props: {
  record: TransactionRecord;
  definition: TransactionDefinition;
  parameters: unknown;
}) {
  const { record, definition } = props;
  const close = useUi((ui) => ui.close);
  if (record.phase === "review" || record.phase === "failed")
    return <ReviewFoot record={record} act={definition.act} />;
  if (record.phase === "settled") {
    const done = definition.done(props.parameters);
    return (
      <div role="status" className="grid justify-items-start gap-4">
        <Stamp tone="leaf" tilted>
          Done
        </Stamp>
        <p className="text-lg">{done.sentence}</p>
        {done.href ? (
          <ButtonLink href={done.href} tone="ink" onClick={close}>
            {done.link}
          </ButtonLink>
        ) : null}
        <Hash record={record} />
      </div>
    );
  }
  return (
    <div role="status" className="grid gap-2">
      <p className="flex items-center gap-3">
        <span
          aria-hidden
          className="size-3 shrink-0 animate-[breathe_1.2s_ease-in-out_infinite] rounded-full bg-poppy"
        />
        {progress[record.phase]}
      </p>
      <Hash record={record} />
    </div>
  );
}

function Hash({ record }: { record: TransactionRecord }) {
  if (!record.tx) return null;
  return (
    <p className="flex items-center gap-1 text-sm text-soft">
      Transaction <span className="font-mono">{shortHex(record.tx)}</span>{" "}
      <Copy text={record.tx} what="transaction hash" />
      {record.block ? <span>in block {record.block}</span> : null}
    </p>
  );
}
