import { db } from "ponder:api";
import { task } from "ponder:schema";
import { TaskFlags } from "@peercommons/sdk";
import type { Work, WorkItem } from "@peercommons/sdk/schemas";
import { and, eq, ne, or } from "ponder";
import { privately } from "../../../store/index.ts";
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
  const [summaries, unread] = await Promise.all([summarise(rows, now), Promise.all(rows.map(isUnread))]);
  const items = rows.flatMap((row, i): (WorkItem & { mine: boolean })[] => {
    const summary = summaries[i];
    if (summary === undefined) return [];
    const side = row.posterId === accountId ? "poster" : kind === "Bot" ? "operator" : "worker";
    const overdue = row.dueAt !== null && now >= row.dueAt;
    return [{ ...needOf(row, side, now, unread[i]), dueAt: row.dueAt, overdue, task: summary }];
  });
  const shown = (mine: boolean) =>
    items.filter((item) => item.mine === mine).map(({ mine: _, ...item }) => item);
  return { accountId, needsMe: shown(true), waiting: shown(false), at: now };
}

/** Whether a sealed task's worker is still waiting for the key. */
async function isUnread(row: typeof task.$inferSelect): Promise<boolean> {
  if (row.state !== "Claimed" || (row.flags & TaskFlags.SEALED) === 0) return false;
  const keys = await privately.taskKeys(row.taskId.toString());
  return !keys.some(({ accountId }) => accountId === row.workerId);
}
