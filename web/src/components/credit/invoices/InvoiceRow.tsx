"use client";

import type { ObligationView } from "@peercommons/sdk/schemas";
import { PersonLink } from "@/components/account/PersonLink";
import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { Time } from "@/components/ui/Time";
import { useAct } from "@/hooks/useAct";

/** One open invoice and the one thing I may do with it: pay it, or waive it. */
export function InvoiceRow({ invoice, myId }: { invoice: ObligationView; myId: number }) {
  const act = useAct();
  const { debtor, creditor, remaining } = invoice;
  const mine = debtor.accountId === myId;
  return (
    <div className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0">
        <p>
          {mine ? "You owe " : null}
          <PersonLink account={mine ? creditor : debtor} />
          {mine ? null : " owes you"}
        </p>
        <p className="text-sm text-soft">
          due <Time at={invoice.dueAt} absolute />
          {remaining === invoice.amount ? null : (
            <>
              , of <Money amount={invoice.amount} /> in all
            </>
          )}
        </p>
      </div>
      <div className="grid justify-items-end gap-1">
        <p className="font-semibold">
          <Money amount={remaining} />
        </p>
        {mine ? (
          <Button
            size="small"
            tone="ink"
            onClick={() =>
              act("payObligation", {
                obligationId: invoice.obligationId,
                payerId: myId,
                creditor,
                amount: remaining,
              })
            }
          >
            Pay it
          </Button>
        ) : (
          <Button
            size="small"
            onClick={() =>
              act("waiveObligation", { creditorId: myId, number: invoice.number, debtor, remaining })
            }
          >
            Waive it
          </Button>
        )}
      </div>
    </div>
  );
}
