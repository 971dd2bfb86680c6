import type { task, taskEvent } from "ponder:schema";
import { TaskFlags } from "@peercommons/sdk";
import type { DeliverableRef, TaskStage, TaskSummary } from "@peercommons/sdk/schemas";

type TaskRow = typeof task.$inferSelect;
type EventRow = typeof taskEvent.$inferSelect;

/** Who an open task is for at a time. */
export function stageOf(
  row: Pick<TaskRow, "state" | "deadlineAt" | "peopleAt" | "everyoneAt" | "tau">,
  now: number,
): TaskStage | null {
  if (row.state !== "Open") return null;
  if (now >= row.deadlineAt) return "overdue";
  if (now < row.peopleAt) return "bots";
  if (now >= row.everyoneAt) return "everyone";
  return now < row.peopleAt + (row.tau || 6) * 300 ? "matched" : "widening";
}

export const flagsOf = (flags: number): TaskSummary["flags"] => ({
  humanOnly: (flags & TaskFlags.HUMAN_ONLY) !== 0,
  floor: (flags & TaskFlags.FLOOR) !== 0,
  sealed: (flags & TaskFlags.SEALED) !== 0,
  onCredit: (flags & TaskFlags.ON_CREDIT) !== 0,
  botsDone: (flags & TaskFlags.BOTS_DONE) !== 0,
});

/** What became of work that was handed in: the first event after it that decides. */
export function statusOf(
  work: { block: number; logIndex: number },
  events: readonly Pick<EventRow, "block" | "logIndex" | "kind" | "outcome">[],
): DeliverableRef["status"] {
  const after = events.filter(
    (e) => e.block > work.block || (e.block === work.block && e.logIndex > work.logIndex),
  );
  for (const event of after) {
    switch (event.kind) {
      case "RevisionRequested":
        return "revised";
      case "TaskRejected":
        return "rejected";
      case "DeliveryLapsed":
        return "lapsed";
      case "TaskClosed":
        return event.outcome === "Accepted" || event.outcome === "AutoAccepted" ? "accepted" : "other";
    }
  }
  return "waiting";
}
