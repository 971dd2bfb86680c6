"use client";

import type { ActivityItem } from "@peercommons/sdk/schemas";
import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Copy } from "@/components/ui/Copy";
import { Money } from "@/components/ui/Money";
import { Notice } from "@/components/ui/Notice";
import { PagedList } from "@/components/ui/PagedList";
import { Time } from "@/components/ui/Time";
import { useTown } from "@/hooks/useTown";
import { activityWords } from "@/lib/sentences/activity";

export function OnChain({ accountId }: { accountId: number }) {
  const { queries } = useTown();
  const query = useInfiniteQuery(queries.activity(accountId));
  return (
    <PagedList
      query={query}
      keyOf={(item, index) => `${item.tx}-${item.kind}-${index}`}
      row={(item) => <Row item={item} />}
      className="divide-y divide-rule"
      empty={<Notice>Nothing has happened on this account yet.</Notice>}
    />
  );
}

function Row({ item }: { item: ActivityItem }) {
  return (
    <div className="flex items-start gap-3 py-2.5">
      <div className="min-w-0 flex-1">
        <p>
          {activityWords(item.kind)}
          {item.taskId ? (
            <>
              :{" "}
              <Link href={`/tasks/${item.taskId}`} className="link">
                {item.title ?? "a task"}
              </Link>
            </>
          ) : item.counterparty ? (
            <>
              :{" "}
              <Link href={`/people/${item.counterparty.accountId}`} className="link">
                {item.counterparty.name}
              </Link>
            </>
          ) : null}
        </p>
        <p className="flex items-center gap-1 text-sm text-soft">
          <Time at={item.at} /> · block <span className="figures">{item.block}</span>{" "}
          <Copy text={item.tx} what="transaction hash" />
        </p>
      </div>
      {item.amount !== null ? <Money amount={item.amount} className="font-semibold" /> : null}
    </div>
  );
}
