import { db } from "ponder:api";
import { task } from "ponder:schema";
import type { Work, WorkItem } from "@peercommons/sdk/schemas";
import { and, eq, ne, or } from "ponder";
import { summarise, type TaskRow } from "../tasks/summary.ts";

type Need = Pick<WorkItem, "act" | "role"> & { mine: boolean };

/** Most tasks in hand that are shown. */
const most = 500;

/**
 * What a task needs now and from whom. When a state's time is over anyone may move it on; the side that gains by it is asked to.
 */
export function needOf(
  row: Pick<TaskRow, "state" | "dueAt" | "deadlineAt">,
  side: "poster" | "worker" | "operator",
  now: number,
): Need {
  const over = row.dueAt !== null && now >= row.dueAt;
  const need = (act: WorkItem["act"], mine = true): Need => ({ act, role: side, mine });
  const wait = need("wait", false);
  if (side === "poster") {
    switch (row.state) {
      case "Open":
        return now >= row.deadlineAt ? need("refund") : wait;
      case "Delivered":
        return over ? need("closeExpired") : need("review");
      case "Submitted":
        return over ? wait : need("review");
      case "Claimed":
      case "Rejected":
        return over ? need("closeExpired") : wait;
      default:
        return over ? need("closeExpired") : wait;
    }
  }
  switch (row.state) {
    case "Claimed":
      return need("deliver");
    case "Submitted":
      return over ? need("collect") : wait;
    case "Rejected":
      return over ? wait : need("answerRejection");
    case "Disputed":
      return over ? need("closeExpired") : wait;
    default:
      return wait;
  }
}

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
