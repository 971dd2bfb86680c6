"use client";

import type { ReactNode } from "react";
import { Button } from "./Button";
import { Notice } from "./Notice";
import { SkeletonRows } from "./Skeleton";

type Asked<T> = { data: T | undefined; error: Error | null; isPending: boolean; refetch: () => unknown };

/** The states of a question: waiting in the true shape, an error with its remedy, and the answer (kept while it renews). */
export function QueryStates<T>(props: {
  query: Asked<T>;
  waiting?: ReactNode;
  children: (data: T) => ReactNode;
}) {
  const { query } = props;
  if (query.data !== undefined) return props.children(query.data);
  if (query.error) {
    return (
      <Notice
        tone="bad"
        live
        title="This could not be read"
        action={<Button onClick={() => void query.refetch()}>Try again</Button>}
      >
        {query.error.message}
      </Notice>
    );
  }
  return props.waiting ?? <SkeletonRows />;
}
