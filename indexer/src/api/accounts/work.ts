import { db } from "ponder:api";
import { task } from "ponder:schema";
import type { Work, WorkItem } from "@peercommons/sdk/schemas";
import { and, eq, ne, or } from "ponder";
import { summarise } from "../tasks/summary.ts";
import { needOf } from "./need.ts";

/** Most tasks in hand that are shown. */
const most = 500;

/** Everything open that somebody has a part in, what needs them first. */
export async function workOf(accountId: number, kind: string, now: number): Promise<Work> {
  const rows = await db
    .select()
    .from(task)
    .where(and(or(eq(task.posterId, accountId), eq(task.workerId, accountId)), ne(task.state, "Closed")))
    .orderBy(task.dueAt)
    .limit(most);
  const summaries = await summarise(rows, now);
  const items = rows.flatMap((row, i): (WorkItem & { mine: boolean })[] => {
    const summary = summaries[i];
    if (summary === undefined) return [];
    const side = row.posterId === accountId ? "poster" : kind === "Bot" ? "operator" : "worker";
    const overdue = row.dueAt !== null && now >= row.dueAt;
    return [{ ...needOf(row, side, now), dueAt: row.dueAt, overdue, task: summary }];
  });
  const shown = (mine: boolean) =>
    items.filter((item) => item.mine === mine).map(({ mine: _, ...item }) => item);
  return { accountId, needsMe: shown(true), waiting: shown(false), at: now };
}
