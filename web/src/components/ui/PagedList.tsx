"use client";

import type { ReactNode } from "react";
import { Button } from "./Button";
import { QueryStates } from "./QueryStates";

type Paged<T> = {
  data: { pages: { items: T[] }[] } | undefined;
  error: Error | null;
  isPending: boolean;
  refetch: () => unknown;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
};

/** A list that continues on demand, with its empty state. */
export function PagedList<T>(props: {
  query: Paged<T>;
  keyOf: (item: T, index: number) => string;
  row: (item: T) => ReactNode;
  empty: ReactNode;
  waiting?: ReactNode;
  className?: string;
}) {
  return (
    <QueryStates query={props.query} waiting={props.waiting}>
      {(data) => {
        const items = data.pages.flatMap((page) => page.items);
        if (items.length === 0) return props.empty;
        return (
          <>
            <ul className={props.className ?? "grid gap-3"}>
              {items.map((item, index) => (
                <li key={props.keyOf(item, index)}>{props.row(item)}</li>
              ))}
            </ul>
            {props.query.hasNextPage ? (
              <div className="mt-5 text-center">
                <Button
                  disabled={props.query.isFetchingNextPage}
                  onClick={() => void props.query.fetchNextPage()}
                >
                  {props.query.isFetchingNextPage ? "Fetching" : "Show more"}
                </Button>
              </div>
            ) : null}
          </>
        );
      }}
    </QueryStates>
  );
}
