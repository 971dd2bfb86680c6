"use client";

import { useQuery } from "@tanstack/react-query";
import { Lost } from "@/components/shell/Lost";
import { Section } from "@/components/ui/Page";
import { QueryStates } from "@/components/ui/QueryStates";
import { Skeleton } from "@/components/ui/Skeleton";
import { useTown } from "@/hooks/useTown";
import { isUnknown } from "@/lib/api";
import { awaitsDetails } from "@/lib/sealedTask";
import { Acts } from "./Acts";
import { Deliverables } from "./Deliverables";
import { Eligibility } from "./Eligibility";
import { TaskBody } from "./TaskBody";
import { TaskHead } from "./TaskHead";
import { TaskStub } from "./TaskStub";
import { Timeline } from "./Timeline";

/** Everything about one task, and everything one may do with it. */
export function TaskScreen({ taskId, unknown }: { taskId: string; unknown: boolean }) {
  const { queries } = useTown();
  const query = useQuery({
    ...queries.task(taskId),
    // Sharing a sealed task's details is nothing on the chain, so nothing announces it.
    refetchInterval: ({ state }) => (state.data && awaitsDetails(state.data) ? 4_000 : false),
  });
  if (isUnknown(query.error) || (unknown && query.isPending)) {
    return (
      <Lost
        what="There is no such task"
        why="Its number is unknown in this town. If it was posted a moment ago, it appears here by itself."
      />
    );
  }
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-8 pb-16 sm:px-6">
      <QueryStates query={query} waiting={<Waiting />}>
        {(task) => (
          <div className="grid grid-cols-1 gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_21rem]">
            <div className="grid grid-cols-1 content-start gap-8">
              <TaskHead task={task} />
              <Acts key={task.state} task={task} />
              <div className="lg:hidden">
                <TaskStub task={task} />
              </div>
              <TaskBody task={task} />
              <Deliverables task={task} />
              <Section title="What happened">
                <Timeline items={task.timeline} />
              </Section>
            </div>
            <aside className="grid grid-cols-1 content-start gap-8">
              <div className="hidden lg:block">
                <TaskStub task={task} />
              </div>
              {task.state === "Open" ? <Eligibility task={task} /> : null}
            </aside>
          </div>
        )}
      </QueryStates>
    </div>
  );
}

function Waiting() {
  return (
    <div role="status" className="grid grid-cols-1 gap-6 lg:grid-cols-[1fr_21rem]">
      <span className="sr-only">Loading the task</span>
      <div className="grid grid-cols-1 gap-4">
        <Skeleton className="h-8 w-48" />
        <Skeleton className="h-14" />
        <Skeleton className="h-64" />
      </div>
      <Skeleton className="h-72" />
    </div>
  );
}
