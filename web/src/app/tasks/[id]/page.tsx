import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TaskScreen } from "@/components/task/TaskScreen";
import { Prefetched } from "@/server/prefetch";

export const metadata: Metadata = { title: "Task" };

export default async function TaskPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^\d{1,20}$/.test(id)) notFound();
  return (
    <Prefetched ask={(client, queries) => [client.prefetchQuery(queries.task(id))]}>
      {(unknown) => <TaskScreen taskId={id} unknown={unknown} />}
    </Prefetched>
  );
}
