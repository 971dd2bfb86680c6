"use client";

import type { LoopView } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { useAct } from "@/hooks/useAct";
import { useTown } from "@/hooks/useTown";

/** Circles I am in. Found by the indexer, checked by the contract; anyone may hand them in. */
export function NettingSection({ accountId }: { accountId: number }) {
  const { queries } = useTown();
  const query = useQuery(queries.clearing(accountId));
  if (!query.data || query.data.loops.length === 0) return null;
  return (
    <div className="grid gap-3">
      {query.data.loops.slice(0, 3).map((loop) => (
        <Circle key={loop.obligations.map((each) => each.obligationId).join("-")} loop={loop} />
      ))}
    </div>
  );
}

function Circle({ loop }: { loop: LoopView }) {
  const act = useAct();
  const names = loop.obligations.map(({ debtor }) => debtor.name);
  return (
    <Notice
      tone="ink"
      title={`A circle of ${names.length} cancels out`}
      action={
        <Button tone="main" onClick={() => act("netObligations", loop)}>
          Look it over and net it
        </Button>
      }
    >
      {[...names, names[0]].join(" owes ")}. Each of these debts can shrink by <Money amount={loop.amount} />,
      and nobody has to pay.
    </Notice>
  );
}
