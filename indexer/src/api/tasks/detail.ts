import { db } from "ponder:api";
import { account, deliverable, task, taskEvent } from "ponder:schema";
import { decodeTask, TaskFlags } from "@peercommons/sdk";
import { eligibilityInstants } from "@peercommons/sdk/matching";
import type { DeliverableRef, TaskDetail, TaskOutcomeName, TimelineItem } from "@peercommons/sdk/schemas";
import { asc, eq, inArray } from "ponder";
import { contents, documents, privately } from "../../../store/index.ts";
import { Problem } from "../../../store/problem.ts";
import { accountRefs } from "../common/names.ts";
import { statusOf } from "./stage.ts";
import { summarise, type TaskRow } from "./summary.ts";

type EventRow = typeof taskEvent.$inferSelect;
type RefOf = Awaited<ReturnType<typeof accountRefs>>;

/** Events whose content is a note to read, not sealed work. */
const notes = ["RevisionRequested", "TaskRejected"];

/** A task with its body, timeline and deliverables. @throws Problem TaskMarketUnknownTask */
export async function taskDetail(taskId: bigint, now: number): Promise<TaskDetail> {
  const [row] = await db.select().from(task).where(eq(task.taskId, taskId));
  if (row === undefined) {
    throw new Problem(
      404,
      "TaskMarketUnknownTask",
      `There is no task ${taskId}. It may not be indexed yet; look at its number and try again.`,
    );
  }
  const [events, deliveries, sealingKeys, [summary]] = await Promise.all([
    db
      .select()
      .from(taskEvent)
      .where(eq(taskEvent.taskId, taskId))
      .orderBy(asc(taskEvent.block), asc(taskEvent.logIndex)),
    db
      .select()
      .from(deliverable)
      .where(eq(deliverable.taskId, taskId))
      .orderBy(asc(deliverable.block), asc(deliverable.logIndex)),
    db
      .select({ accountId: account.accountId, sealingKey: account.sealingKey })
      .from(account)
      .where(inArray(account.accountId, [row.posterId, row.workerId])),
    summarise([row], now),
  ]);
  if (summary === undefined) throw new Problem(500, "Unexpected", "The task could not be shown. Try again.");
  const refOf = await accountRefs([
    ...events.map((e) => e.actorId ?? 0),
    ...deliveries.map((d) => d.workerId),
  ]);
  const sealingKeyOf = (id: number) => sealingKeys.find((each) => each.accountId === id)?.sealingKey ?? null;
  const closed = row.state === "Closed";
  return {
    ...summary,
    ...(await bodyOf(row)),
    escrow: closed ? "0" : row.price.toString(),
    paid: row.paid?.toString() ?? null,
    refunded: row.refunded?.toString() ?? null,
    charged: row.charged?.toString() ?? null,
    claimHours: row.claimHours,
    reviewHours: row.reviewHours,
    stepSeconds: (row.tau || 6) * 300,
    posterSealingKey: sealingKeyOf(row.posterId),
    workerSealingKey: sealingKeyOf(row.workerId),
    keys: (row.flags & TaskFlags.SEALED) === 0 ? [] : await privately.taskKeys(taskId.toString()),
    word: row.word.toString(),
    eligibility: row.state === "Open" ? eligibilityOf(row.word) : [],
    timeline: await Promise.all(events.map((event) => timelineItem(event, refOf))),
    deliverables: await Promise.all(
      deliveries.map(
        async (d): Promise<DeliverableRef> => ({
          contentId: d.contentId,
          at: d.at,
          by: refOf(d.workerId),
          byBot: d.byBot,
          status: statusOf(d, events),
          stored: (await contents.get(d.contentId).catch(() => null)) !== null,
        }),
      ),
    ),
  };
}

/** First second for each level, by the rule that also runs on chain. */
export const eligibilityOf = (word: bigint) =>
  eligibilityInstants(decodeTask(word)).levels.map((eligibleAt, level) => ({ level, eligibleAt }));

async function bodyOf(row: TaskRow): Promise<Pick<TaskDetail, "body" | "bodyState" | "saltHash">> {
  if ((row.flags & TaskFlags.SEALED) !== 0) {
    const sealed = await documents.sealedTaskBody(row.contentId);
    if (sealed.state !== "public") return { body: null, bodyState: sealed.state, saltHash: null };
    return { body: null, bodyState: "sealed", saltHash: sealed.saltHash };
  }
  const found = await documents.taskBody(row.contentId);
  if (found.state !== "public") return { body: null, bodyState: found.state, saltHash: null };
  return { body: found.value, bodyState: "public", saltHash: found.saltHash };
}

async function timelineItem(event: EventRow, refOf: RefOf): Promise<TimelineItem> {
  const note =
    event.contentId !== null && notes.includes(event.kind) ? await documents.note(event.contentId) : null;
  return {
    kind: event.kind as TimelineItem["kind"],
    at: event.at,
    block: event.block,
    tx: event.tx,
    actor: event.actorId === null ? null : refOf(event.actorId),
    contentId: event.contentId,
    note: note?.state === "public" ? note.value.text : null,
    price: event.price?.toString() ?? null,
    outcome: event.outcome as TaskOutcomeName | null,
    arbiter: event.arbiter,
  };
}
