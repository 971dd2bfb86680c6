import type { task } from "ponder:schema";
import { TaskFlags } from "@peercommons/sdk";
import type { TaskOutcomeName, TaskStateName, TaskSummary } from "@peercommons/sdk/schemas";
import { documents } from "../../../store/index.ts";
import { accountRefs, skillRefs } from "../common/names.ts";
import { flagsOf, stageOf } from "./stage.ts";

export type TaskRow = typeof task.$inferSelect;

/** Rows as the lists show them; names and titles are looked up once for all. */
export async function summarise(rows: readonly TaskRow[], now: number): Promise<TaskSummary[]> {
  const [refOf, skillOf, titles] = await Promise.all([
    accountRefs(rows.flatMap((row) => [row.posterId, row.workerId])),
    skillRefs(rows.map((row) => row.skillId)),
    Promise.all(rows.map(titleOf)),
  ]);
  return rows.map((row, i) => ({
    taskId: row.taskId.toString(),
    title: titles[i] ?? null,
    skill: skillOf(row.skillId),
    poster: refOf(row.posterId),
    worker: row.workerId === 0 ? null : refOf(row.workerId),
    price: row.price.toString(),
    pricePerHour: row.perHour.toString(),
    effort: row.effort,
    state: row.state as TaskStateName,
    outcome: row.outcome as TaskOutcomeName | null,
    stage: stageOf(row, now),
    band: row.band,
    lo: row.lo,
    hi: row.hi,
    flags: flagsOf(row.flags),
    botTries: row.botTries,
    revisions: row.revisions,
    postedAt: row.postedAt,
    openedAt: row.openedAt,
    changedAt: row.changedAt,
    deadlineAt: row.deadlineAt,
    peopleAt: row.peopleAt,
    everyoneAt: row.everyoneAt,
    dueAt: row.dueAt,
    closedAt: row.closedAt,
    rating: row.rating,
    contentId: row.contentId,
  }));
}

/** A task's title, which is public even where the rest is sealed; null while it is missing or not a task's body. */
export async function titleOf(row: Pick<TaskRow, "contentId" | "flags">): Promise<string | null> {
  const sealed = (row.flags & TaskFlags.SEALED) !== 0;
  const body = sealed
    ? await documents.sealedTaskBody(row.contentId)
    : await documents.taskBody(row.contentId);
  return body.state === "public" ? body.value.title : null;
}
