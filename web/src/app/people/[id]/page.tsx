import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PersonScreen } from "@/components/person/PersonScreen";
import { Prefetched } from "@/server/prefetch";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,10}$/.test(id)) notFound();
  return (
    <Prefetched
      ask={(client, queries) => [
        client.prefetchQuery(queries.person(Number(id))),
        client.prefetchInfiniteQuery(queries.tasks({ workerId: id, state: "Closed", sort: "changed" })),
        client.prefetchInfiniteQuery(queries.tasks({ posterId: id, sort: "newest" })),
      ]}
    >
      {(unknown) => <PersonScreen accountId={Number(id)} unknown={unknown} />}
    </Prefetched>
  );
}
