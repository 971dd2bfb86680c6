import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { PeopleScreen } from "@/components/person/PeopleScreen";
import { loadPeopleFilters, peopleQueryOf } from "@/lib/taskFilters";
import { Prefetched } from "@/server/prefetch";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = peopleQueryOf(await loadPeopleFilters(searchParams));
  return (
    <Prefetched
      ask={(client, queries) => [
        client.prefetchInfiniteQuery(queries.people(query)),
        client.prefetchQuery(queries.skills()),
      ]}
    >
      <PeopleScreen />
    </Prefetched>
  );
}
