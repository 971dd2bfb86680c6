import type { task } from "ponder:schema";
import type { WorkItem } from "@peercommons/sdk/schemas";

type TaskRow = typeof task.$inferSelect;
type Need = Pick<WorkItem, "act" | "role"> & { mine: boolean };

/**
 * What a task needs now and from whom. `unread`: it is sealed, and its worker has not got the key. When a state's time is over anyone may move it on; the side that gains by it is asked to.
 */
export function needOf(
  row: Pick<TaskRow, "state" | "dueAt" | "deadlineAt">,
  side: "poster" | "worker" | "operator",
  now: number,
  unread = false,
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
        return over ? need("closeExpired") : unread ? need("share") : wait;
      case "Rejected":
        return over ? need("closeExpired") : wait;
      default:
        return over ? need("closeExpired") : wait;
    }
  }
  switch (row.state) {
    case "Claimed":
      return unread && !over ? wait : need("deliver");
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
