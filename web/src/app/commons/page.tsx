import type { Metadata } from "next";
import { CommonsScreen } from "@/components/commons/CommonsScreen";
import { Prefetched } from "@/server/prefetch";

export const metadata: Metadata = { title: "Commons" };

export default function CommonsPage() {
  return (
    <Prefetched
      ask={(client, queries) => [
        client.prefetchQuery(queries.commons()),
        client.prefetchQuery(queries.bots()),
      ]}
    >
      <CommonsScreen />
    </Prefetched>
  );
}
