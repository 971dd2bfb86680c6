"use client";

import { useQueryStates } from "nuqs";
import { taskFilters, taskQueryOf } from "@/lib/taskFilters";

/** The filters of the task list live in the address, so that a view can be sent to somebody. */
export function useTaskFilters() {
  const [filters, set] = useQueryStates(taskFilters, { throttleMs: 300, clearOnDefault: true });
  return { filters, set, query: taskQueryOf(filters) };
}

export type TaskFilters = ReturnType<typeof useTaskFilters>;
