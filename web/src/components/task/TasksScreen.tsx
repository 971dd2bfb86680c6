"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Page } from "@/components/ui/Page";
import { PagedList } from "@/components/ui/PagedList";
import { useNow } from "@/hooks/useNow";
import { useTaskFilters } from "@/hooks/useTaskFilters";
import { useTown } from "@/hooks/useTown";
import { standsSentence } from "@/lib/sentences/task";
import { FilterBar } from "./FilterBar";
import { TaskTicket } from "./TaskTicket";

/** The whole market. */
export function TasksScreen() {
  const { queries } = useTown();
  const state = useTaskFilters();
  const tasks = useInfiniteQuery(queries.tasks(state.query));
  const now = useNow();
  return (
    <Page
      title="Tasks"
      lead="Everything that was ever asked for in this town, open to read for everyone."
      aside={
        <ButtonLink href="/tasks/new" tone="main" className="lg:hidden">
          Post a task
        </ButtonLink>
      }
    >
      <FilterBar state={state} />
      <PagedList
        query={tasks}
        keyOf={(task) => task.taskId}
        row={(task) => (
          <TaskTicket
            heading="h2"
            task={task}
            note={<p className="text-soft">{standsSentence(task, now)}.</p>}
          />
        )}
        empty={
          <Notice
            title="No task is like that"
            action={<Button onClick={() => void state.set(null)}>Clear the filters</Button>}
          >
            Nothing on the market fits all these filters together. Take one away, or post the task you were
            looking for.
          </Notice>
        }
      />
    </Page>
  );
}
