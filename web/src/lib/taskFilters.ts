import {
  createLoader,
  type inferParserType,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { readAmount } from "./forms/amount";

export const groups = ["open", "working", "review", "trouble", "done"] as const;
export const sorts = ["newest", "deadline", "-price", "price", "changed"] as const;

const groupStates: Record<(typeof groups)[number], string> = {
  open: "Open",
  working: "Claimed",
  review: "Delivered,Submitted",
  trouble: "Rejected,Disputed",
  done: "Closed",
};

/** The filters of the task list as they lie in the address. */
export const taskFilters = {
  q: parseAsString.withDefault(""),
  skill: parseAsInteger,
  state: parseAsStringLiteral(groups).withDefault("open"),
  sort: parseAsStringLiteral(sorts).withDefault("newest"),
  min: parseAsString.withDefault(""),
  max: parseAsString.withDefault(""),
};
export const loadTaskFilters = createLoader(taskFilters);

/** The filters as the question to the indexer. */
export function taskQueryOf(filters: inferParserType<typeof taskFilters>) {
  return {
    q: filters.q.slice(0, 100) || undefined,
    skillId: filters.skill?.toString(),
    state: groupStates[filters.state],
    sort: filters.sort,
    minPrice: units(filters.min),
    maxPrice: units(filters.max),
  };
}

/** The filters of the list of people. */
export const peopleFilters = { q: parseAsString.withDefault(""), skill: parseAsInteger };
export const loadPeopleFilters = createLoader(peopleFilters);

export const peopleQueryOf = (filters: inferParserType<typeof peopleFilters>) => ({
  q: filters.q.slice(0, 100) || undefined,
  skillId: filters.skill?.toString(),
});

/** An amount typed halfway is no filter yet. */
function units(text: string): string | undefined {
  const read = readAmount(text);
  return read.ok ? read.amount.toString() : undefined;
}
