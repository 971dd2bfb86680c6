"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { Button } from "@/components/ui/Button";
import { Money } from "@/components/ui/Money";
import { Section } from "@/components/ui/Page";
import { QueryStates } from "@/components/ui/QueryStates";
import { Skeleton } from "@/components/ui/Skeleton";
import { Time } from "@/components/ui/Time";
import { useAct } from "@/hooks/useAct";
import { useTown } from "@/hooks/useTown";

/** What the commons pays out to me, as received and never forecast. */
export function IncomeSection({ account }: { account: AccountView }) {
  const { queries } = useTown();
  const act = useAct();
  const query = useQuery(queries.income(account.accountId));
  return (
    <Section title="Basic income" id="income">
      <QueryStates query={query} waiting={<Skeleton className="h-28" />}>
        {(income) =>
          income.entered ? (
            <div className="grid justify-items-start gap-2 text-sm">
              <p className="font-bold font-display text-2xl">
                <Money amount={income.claimable} />
              </p>
              <p className="text-soft">
                waiting for you; <Money amount={income.received} /> received so far. The next week opens{" "}
                <Time at={income.nextEpochAt} />.
              </p>
              {income.expiring !== "0" ? (
                <p className="font-semibold text-poppy-text">
                  <Money amount={income.expiring} /> of it returns to the commons then.
                </p>
              ) : null}
              <Button
                tone="ink"
                disabled={income.claimable === "0"}
                title={income.claimable === "0" ? "There is nothing to take yet" : undefined}
                onClick={() =>
                  act("claimIncome", {
                    accountId: income.accountId,
                    amount: income.claimable,
                    epoch: income.epochs[0]?.epoch ?? 0,
                  })
                }
              >
                Take it
              </Button>
              {income.claimable === "0" ? (
                <p className="text-soft">
                  Nothing to take yet. Shares are set aside once a week from what the commons really received.
                </p>
              ) : null}
            </div>
          ) : (
            <p className="text-sm text-soft">
              Basic income goes to members with a live seat.{" "}
              {account.kind === "Member" ? "Renew your seat to receive it." : "This account has none."}
            </p>
          )
        }
      </QueryStates>
    </Section>
  );
}
