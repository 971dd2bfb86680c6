import { parsePeer, pushSplit, readPendingSplit, readTask } from "@peercommons/sdk";
import type { RunnableBot } from "./bots.ts";
import type { WorkerContext } from "./context.ts";

/** Learns how deliveries ended, and pushes the split on when enough has come in. */
export async function followUp(context: WorkerContext, bots: RunnableBot[]): Promise<void> {
  const { town, indexer, journal, metrics, log, config } = context;
  const { deployment, client } = town;
  for (const attempt of journal.list(deployment.deploymentId, ["delivered"])) {
    const task = await readTask(client, { deployment, taskId: attempt.taskId });
    if (task.state === "Delivered" && task.workerId === attempt.botId) continue;
    const detail = await indexer.task(attempt.taskId);
    const entry = detail.deliverables.find(({ contentId }) => contentId === attempt.contentId);
    if (entry === undefined || entry.status === "waiting") continue; // the indexer is a moment behind
    const paid = entry.status === "accepted";
    journal.put(deployment.deploymentId, {
      ...attempt,
      state: paid ? "paid" : "rejected",
      note: paid ? null : entry.status,
      envelope: null,
    });
    if (paid) metrics.paid.inc();
    log.info(
      { taskId: attempt.taskId.toString(), botId: attempt.botId },
      paid ? "accepted and paid" : "not accepted",
    );
  }
  const pushAt = parsePeer(config.pushAt);
  for (const { bot, account } of bots) {
    const botId = bot.bot.accountId;
    const pending = await readPendingSplit(client, { deployment, botId });
    if (pending < pushAt) continue;
    await town.send(pushSplit({ deployment, botId }), account);
    log.info({ botId, amount: pending.toString() }, "split pushed on");
  }
}
