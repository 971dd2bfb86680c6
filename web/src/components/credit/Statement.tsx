"use client";

import type { StatementLine } from "@peercommons/sdk/schemas";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { Section } from "@/components/ui/Page";
import { PagedList } from "@/components/ui/PagedList";
import { Time } from "@/components/ui/Time";
import { useTown } from "@/hooks/useTown";
import { cn } from "@/lib/cn";
import { statementSentence } from "@/lib/sentences/statement";
import { PaymentNote } from "./PaymentNote";

/** Every move of the balance with what was left after it, newest first. */
export function Statement({ accountId }: { accountId: number }) {
  const { queries } = useTown();
  const query = useInfiniteQuery(queries.statement(accountId));
  return (
    <Section
      title="Statement"
      note="Every line, and the balance after it. The lines add up to your balance to the last unit."
    >
      <PagedList
        query={query}
        keyOf={(line, index) => `${line.tx}-${index}`}
        row={(line) => <Line line={line} />}
        className="divide-y divide-rule border-rule border-y"
        empty={
          <Notice>Nothing has moved yet. Do a task, or post one, and the first line appears here.</Notice>
        }
      />
    </Section>
  );
}

function Line({ line }: { line: StatementLine }) {
  const out = line.amount.startsWith("-");
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-4 py-2.5">
      <div className="min-w-0">
        <p className={line.kind === "demurrage" ? "text-soft" : undefined}>
          {line.taskId ? (
            <Link href={`/tasks/${line.taskId}`} className="link">
              {statementSentence(line)}
            </Link>
          ) : (
            statementSentence(line)
          )}
        </p>
        {line.memo === null ? null : <PaymentNote memo={line.memo} />}
        <p className="text-sm text-soft">
          <Time at={line.at} absolute />
        </p>
      </div>
      <div className="text-right">
        <p className={cn("font-semibold", out ? "text-text" : "text-leaf")}>
          <Money amount={line.amount} plus />
        </p>
        <p className="text-sm text-soft">
          <span className="sr-only">Balance after it: </span>
          <Money amount={line.balance} unit={false} />
        </p>
      </div>
    </div>
  );
}
