import { FeedScreen } from "@/components/feed/FeedScreen";
import { Prefetched } from "@/server/prefetch";

export default function FeedPage() {
  return (
    <Prefetched
      ask={(client, queries, me) => [
        client.prefetchInfiniteQuery(queries.feed(me?.kind === "Member" ? me.accountId : undefined)),
        client.prefetchQuery(queries.stats()),
        client.prefetchQuery(queries.skills()),
        ...(me === null
          ? []
          : [
              client.prefetchQuery(queries.credit(me.accountId)),
              client.prefetchQuery(queries.income(me.accountId)),
              client.prefetchQuery(queries.work(me.accountId)),
            ]),
      ]}
    >
      <FeedScreen />
    </Prefetched>
  );
}
