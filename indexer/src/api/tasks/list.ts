import { db } from "ponder:api";
import { task } from "ponder:schema";
import { type TaskSummary, taskState } from "@peercommons/sdk/schemas";
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or } from "ponder";
import { privately } from "../../../store/index.ts";
import { Problem } from "../../../store/problem.ts";
import { decodeCursor, encodeCursor, pageFrom } from "../common/cursor.ts";
import type { SQL } from "../common/sql.ts";
import { summarise, type TaskRow } from "./summary.ts";

export type ListQuery = {
  cursor?: string | undefined;
  limit: number;
  skillId?: string | undefined;
  state?: string | undefined;
  outcome?: string | undefined;
  posterId?: number | undefined;
  workerId?: number | undefined;
  minPrice?: string | undefined;
  maxPrice?: string | undefined;
  q?: string | undefined;
  sort: "newest" | "oldest" | "price" | "-price" | "deadline" | "changed";
};

/** Bodies a search may match; beyond that it asks for more words. */
const mostMatches = 500;

const sorts = {
  newest: { column: task.postedAt, descending: true, key: (row: TaskRow) => row.postedAt },
  oldest: { column: task.postedAt, descending: false, key: (row: TaskRow) => row.postedAt },
  price: { column: task.price, descending: false, key: (row: TaskRow) => row.price },
  "-price": { column: task.price, descending: true, key: (row: TaskRow) => row.price },
  deadline: { column: task.deadlineAt, descending: false, key: (row: TaskRow) => row.deadlineAt },
  changed: { column: task.changedAt, descending: true, key: (row: TaskRow) => row.changedAt },
} as const;

/** A page of tasks by filters, each sorting along an index. */
export async function listTasks(
  query: ListQuery,
  now: number,
): Promise<{ items: TaskSummary[]; nextCursor: string | null }> {
  const sort = sorts[query.sort];
  const after = decodeCursor(`t-${query.sort}`, 2, query.cursor);
  const rows = await db
    .select()
    .from(task)
    .where(and(...(await filters(query)), after === null ? undefined : beyond(query.sort, after)))
    .orderBy(
      sort.descending ? desc(sort.column) : asc(sort.column),
      sort.descending ? desc(task.taskId) : asc(task.taskId),
    )
    .limit(query.limit + 1);
  const items = await summarise(rows.slice(0, query.limit), now);
  return pageFrom(rows, query.limit, items, (row) =>
    encodeCursor(`t-${query.sort}`, [sort.key(row), row.taskId]),
  );
}

async function filters(query: ListQuery): Promise<(SQL | undefined)[]> {
  const states = query.state?.split(",").map((name) => {
    const parsed = taskState.safeParse(name);
    if (parsed.success) return parsed.data;
    throw new Problem(
      400,
      "BadRequest",
      `There is no state ${name}. Use one or more of ${taskState.options.join(", ")}.`,
    );
  });
  const skillIds = query.skillId?.split(",").map(Number);
  return [
    skillIds && inArray(task.skillId, skillIds),
    states && inArray(task.state, states),
    query.outcome === undefined ? undefined : eq(task.outcome, query.outcome),
    query.posterId === undefined ? undefined : eq(task.posterId, query.posterId),
    query.workerId === undefined ? undefined : eq(task.workerId, query.workerId),
    query.minPrice === undefined ? undefined : gte(task.price, capped(query.minPrice)),
    query.maxPrice === undefined ? undefined : lte(task.price, capped(query.maxPrice)),
    query.q?.trim() ? inArray(task.contentId, await matching(query.q)) : undefined,
  ];
}

/** Prices fit 56 bits; a larger bound is as good as the largest. */
function capped(text: string): bigint {
  const value = BigInt(text);
  return value >> 56n === 0n ? value : (1n << 56n) - 1n;
}

async function matching(q: string): Promise<`0x${string}`[]> {
  const found = await privately.findWords(q, mostMatches);
  return (found.length === 0 ? [`0x${"0".repeat(64)}`] : found) as `0x${string}`[];
}

function beyond(name: ListQuery["sort"], after: bigint[]): SQL | undefined {
  const { column, descending } = sorts[name];
  const [key = 0n, taskId = 0n] = after;
  const value = column === task.price ? key : Number(key);
  const further = descending ? lt : gt;
  return or(further(column, value), and(eq(column, value), further(task.taskId, taskId)));
}
