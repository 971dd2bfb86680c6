import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { TasksScreen } from "@/components/task/TasksScreen";
import { loadTaskFilters, taskQueryOf } from "@/lib/taskFilters";
import { Prefetched } from "@/server/prefetch";

export const metadata: Metadata = { title: "Tasks" };

export default async function TasksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const query = taskQueryOf(await loadTaskFilters(searchParams));
  return (
    <Prefetched
      ask={(client, queries) => [
        client.prefetchInfiniteQuery(queries.tasks(query)),
        client.prefetchQuery(queries.skills()),
      ]}
    >
      <TasksScreen />
    </Prefetched>
  );
}
