"use client";

import { parsePeer } from "@peercommons/sdk";
import { parseAsInteger, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

export const groups = ["open", "working", "review", "trouble", "done"] as const;
export const sorts = ["newest", "deadline", "-price", "price", "changed"] as const;

export const groupStates: Record<(typeof groups)[number], string> = {
  open: "Open",
  working: "Claimed",
  review: "Delivered,Submitted",
  trouble: "Rejected,Disputed",
  done: "Closed",
};

/** The filters of the task list live in the address, so that a view can be sent to somebody. */
export function useTaskFilters() {
  const [filters, set] = useQueryStates(
    {
      q: parseAsString.withDefault(""),
      skill: parseAsInteger,
      state: parseAsStringLiteral(groups).withDefault("open"),
      sort: parseAsStringLiteral(sorts).withDefault("newest"),
      min: parseAsString.withDefault(""),
      max: parseAsString.withDefault(""),
    },
    { throttleMs: 300, clearOnDefault: true },
  );
  const query = {
    q: filters.q.slice(0, 100) || undefined,
    skillId: filters.skill?.toString(),
    state: groupStates[filters.state],
    sort: filters.sort,
    minPrice: units(filters.min),
    maxPrice: units(filters.max),
  };
  return { filters, set, query };
}

/** An amount typed halfway is no filter yet. */
function units(text: string): string | undefined {
  try {
    return parsePeer(text).toString();
  } catch {
    return undefined;
  }
}

export type TaskFilters = ReturnType<typeof useTaskFilters>;
