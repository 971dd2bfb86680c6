import { ponder } from "ponder:registry";
import { account, bot, deliverable, task } from "ponder:schema";
import { decodeEnding } from "@peercommons/sdk";
import { annotateBefore } from "../rows/annotate.ts";
import { newTask, taskColumns } from "../rows/task.ts";
import { change, isBot, record, whereOf } from "../rows/taskEvents.ts";
import { timeOf } from "../rows/time.ts";
import { deployment } from "../town.ts";

const market = deployment.contracts.TaskMarket.toLowerCase();
const done = ["Accepted", "AutoAccepted"];

ponder.on("TaskMarket:TaskPosted", async ({ event, context }) => {
  const { taskId, contentId } = event.args;
  const row = newTask({ taskId, contentId, word: event.args.task, at: timeOf(event.block) });
  await context.db.insert(task).values(row);
  await record(
    { event, context },
    { row, kind: "TaskPosted", actorId: row.posterId, contentId, price: row.price },
  );
  await context.db
    .update(account, { accountId: row.posterId })
    .set((a) => ({ tasksPosted: a.tasksPosted + 1 }));
  // The escrow moved first, for the ledger's counter names the task.
  await annotateBefore(
    context.db,
    whereOf(event),
    (move) => (move.to === market && move.taskId === null ? { taskId } : null),
    1,
  );
});

ponder.on("TaskMarket:TaskRaised", async ({ event, context }) => {
  const { taskId } = event.args;
  const row = await change({ event, context }, taskColumns(event.args.task));
  await record({ event, context }, { row, kind: "TaskRaised", actorId: row.posterId, price: row.price });
  await annotateBefore(
    context.db,
    whereOf(event),
    (move) => (move.to === market && move.taskId === null ? { taskId } : null),
    1,
  );
});

ponder.on("TaskMarket:TaskDelivered", async ({ event, context }) => {
  const { botId, deliverableId } = event.args;
  const row = await change({ event, context }, { ...taskColumns(event.args.task), byBot: true });
  await record(
    { event, context },
    { row, kind: "TaskDelivered", actorId: botId, workerId: botId, contentId: deliverableId },
  );
  const { block, logIndex } = whereOf(event);
  await context.db.insert(deliverable).values({
    ...{ taskId: row.taskId, block, logIndex, contentId: deliverableId, workerId: botId },
    ...{ byBot: true, at: timeOf(event.block) },
  });
  await context.db.update(bot, { botId }).set((b) => ({ delivered: b.delivered + 1 }));
});

ponder.on("TaskMarket:TaskDeclined", async ({ event, context }) => {
  const { botId } = event.args;
  const row = await change({ event, context }, taskColumns(event.args.task));
  await record({ event, context }, { row, kind: "TaskDeclined", actorId: botId, workerId: botId });
  await context.db.update(bot, { botId }).set((b) => ({ declined: b.declined + 1 }));
});

ponder.on("TaskMarket:TaskClaimed", async ({ event, context }) => {
  const { workerId } = event.args;
  const row = await change({ event, context }, { ...taskColumns(event.args.task), byBot: false });
  await record({ event, context }, { row, kind: "TaskClaimed", actorId: workerId, workerId });
});

ponder.on("TaskMarket:TaskReleased", async ({ event, context }) => {
  const { workerId } = event.args;
  const row = await change({ event, context }, taskColumns(event.args.task));
  await record({ event, context }, { row, kind: "TaskReleased", actorId: workerId, workerId });
});

ponder.on("TaskMarket:ClaimExpired", async ({ event, context }) => {
  const { workerId } = event.args;
  const row = await change({ event, context }, taskColumns(event.args.task));
  await record({ event, context }, { row, kind: "ClaimExpired", actorId: null, workerId });
});

ponder.on("TaskMarket:TaskSubmitted", async ({ event, context }) => {
  const { workerId, deliverableId } = event.args;
  const row = await change({ event, context }, taskColumns(event.args.task));
  await record(
    { event, context },
    { row, kind: "TaskSubmitted", actorId: workerId, workerId, contentId: deliverableId },
  );
  const { block, logIndex } = whereOf(event);
  await context.db.insert(deliverable).values({
    ...{ taskId: row.taskId, block, logIndex, contentId: deliverableId, workerId },
    ...{ byBot: false, at: timeOf(event.block) },
  });
});

ponder.on("TaskMarket:RevisionRequested", async ({ event, context }) => {
  const row = await change({ event, context }, taskColumns(event.args.task));
  await record(
    { event, context },
    { row, kind: "RevisionRequested", actorId: row.posterId, contentId: event.args.noteId },
  );
});

ponder.on("TaskMarket:TaskRejected", async ({ event, context }) => {
  const { workerId, reasonId } = event.args;
  const row = await change({ event, context }, { ...taskColumns(event.args.task) });
  await record(
    { event, context },
    { row, kind: "TaskRejected", actorId: row.posterId, workerId, contentId: reasonId },
  );
  await context.db
    .update(account, { accountId: row.posterId })
    .set((a) => ({ tasksRefused: a.tasksRefused + 1 }));
  if (await isBot(context.db, workerId)) {
    await context.db.update(bot, { botId: workerId }).set((b) => ({ rejected: b.rejected + 1 }));
  }
});

ponder.on("TaskMarket:DeliveryLapsed", async ({ event, context }) => {
  const { botId } = event.args;
  const row = await change({ event, context }, taskColumns(event.args.task));
  await record({ event, context }, { row, kind: "DeliveryLapsed", actorId: null, workerId: botId });
  await context.db.update(bot, { botId }).set((b) => ({ lapsed: b.lapsed + 1 }));
});

ponder.on("TaskMarket:TaskDisputed", async ({ event, context }) => {
  const row = await change({ event, context }, taskColumns(event.args.task));
  await record(
    { event, context },
    { row, kind: "TaskDisputed", actorId: row.workerId, arbiter: event.args.arbiter },
  );
});

ponder.on("TaskMarket:TaskClosed", async ({ event, context }) => {
  const { db } = context;
  const { taskId, workerId } = event.args;
  const { outcome, rating, paid, refunded, charged } = decodeEnding(event.args.ending);
  const at = timeOf(event.block);
  const byBot = await isBot(db, workerId);
  const row = await change(
    { event, context },
    {
      word: 0n,
      state: "Closed",
      outcome,
      workerId,
      rating,
      paid,
      refunded,
      charged,
      byBot,
      closedAt: at,
      changedAt: at,
      dueAt: null,
    },
  );
  const actorId = ["Accepted", "Cancelled"].includes(outcome) ? row.posterId : null;
  await record(
    { event, context },
    { row, kind: "TaskClosed", actorId, workerId, outcome, paid, refunded, charged },
  );
  const poster = await db.find(account, { accountId: row.posterId });
  await annotateBefore(
    db,
    whereOf(event),
    (move) => {
      if (move.from !== market || move.taskId !== null) return null;
      if (move.to === poster?.owner.toLowerCase()) return { taskId, kind: "refund" };
      return { taskId, kind: move.kind === "wage" && byBot ? "botIncome" : move.kind };
    },
    3,
  );
  if (!done.includes(outcome)) return;
  await db.update(account, { accountId: row.posterId }).set((a) => ({ tasksAccepted: a.tasksAccepted + 1 }));
  await db.update(account, { accountId: workerId }).set((a) => ({
    tasksDone: a.tasksDone + 1,
    ratingSum: a.ratingSum + rating,
    ratingCount: a.ratingCount + (rating > 0 ? 1 : 0),
  }));
  if (byBot)
    await db
      .update(bot, { botId: workerId })
      .set((b) => ({ accepted: b.accepted + 1, earned: b.earned + paid }));
});
