"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import type { ReactNode } from "react";
import { Money } from "@/components/ui/Money";
import { Skeleton } from "@/components/ui/Skeleton";
import { Time } from "@/components/ui/Time";
import { useTown } from "@/hooks/useTown";
import { count } from "@/lib/format/time";

/** The three numbers one opens the page for: what one can spend, what waits from the commons, what is due next. */
export function Strip({ account }: { account: AccountView }) {
  const { queries } = useTown();
  const credit = useQuery(queries.credit(account.accountId));
  const income = useQuery(queries.income(account.accountId));
  const work = useQuery(queries.work(account.accountId));
  const next = work.data?.needsMe[0];
  return (
    <section
      aria-label="You now"
      className="mt-6 grid divide-y-2 divide-dashed divide-edge border-2 border-ink bg-sheet sm:grid-cols-3 sm:divide-x-2 sm:divide-y-0"
    >
      <Cell
        href="/credit"
        label="You can spend"
        below={
          credit.data ? (
            <>
              Balance <Money amount={credit.data.balance} unit={false} />
            </>
          ) : null
        }
      >
        {credit.data ? <Money amount={credit.data.available} /> : <Skeleton className="h-10 w-40" />}
      </Cell>
      <Cell
        href="/credit#income"
        label="Waiting from the commons"
        below={
          income.data ? (
            <>
              Received so far <Money amount={income.data.received} unit={false} />
            </>
          ) : null
        }
      >
        {income.data ? <Money amount={income.data.claimable} /> : <Skeleton className="h-10 w-40" />}
      </Cell>
      <Cell href="/work" label="Needs you" below={next ? (next.task.title ?? "A task") : "Nothing is due"}>
        {work.data ? (
          next?.dueAt ? (
            <Time at={next.dueAt} />
          ) : (
            count(work.data.needsMe.length, "task")
          )
        ) : (
          <Skeleton className="h-10 w-40" />
        )}
      </Cell>
    </section>
  );
}

function Cell(props: { href: string; label: string; children: ReactNode; below: ReactNode }) {
  return (
    <Link
      href={props.href}
      className="grid grid-cols-[1fr_auto] content-start items-baseline gap-x-4 gap-y-0.5 px-4 py-3 hover:bg-ink-wash sm:grid-cols-1 sm:px-5 sm:py-4"
    >
      <span className="font-display font-semibold text-sm">{props.label}</span>
      <span className="font-bold font-display text-xl sm:min-h-10 sm:text-2xl">{props.children}</span>
      <span className="col-span-2 min-h-6 truncate text-sm text-soft sm:col-span-1">{props.below}</span>
    </Link>
  );
}
