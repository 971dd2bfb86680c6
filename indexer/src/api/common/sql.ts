import { db } from "ponder:api";
import type { sql } from "ponder";

export type SQL = ReturnType<typeof sql>;

/** Runs a query that is written out, and returns its rows as the database gives them. */
export async function rowsOf<T>(query: SQL): Promise<T[]> {
  return ((await db.execute(query)) as unknown as { rows: T[] }).rows;
}
