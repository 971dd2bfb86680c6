import { botMayDeliver, declineTask, deliverTask, parsePeer, readTask, type Task } from "@peercommons/sdk";
import { encodeDeliverable, packContent, verifyContent } from "@peercommons/sdk/content";
import { explainError } from "@peercommons/sdk/errors";
import type { TaskDetail } from "@peercommons/sdk/schemas";
import { seal } from "@peercommons/sdk/sealing";
import { type Hex, zeroHash } from "viem";
import { HostError } from "../home.ts";
import type { Attempt } from "../journal.ts";
import type { RunnableBot } from "./bots.ts";
import type { WorkerContext } from "./context.ts";
import { promptOf } from "./prompt.ts";

/** Errors that mean the task went on without us: another bot, a person, the poster, the clock. */
const overtaken = new Set([
  "TaskMarketWrongState",
  "TaskMarketUnknownTask",
  "TaskMarketBotWindow",
  "TaskMarketBotsDone",
  "TaskMarketHumanOnly",
  "TaskMarketDeadlinePassed",
  "TaskMarketTooLate",
]);

/** Tries one task with one bot, once. Every step is in the journal before the next, so a restart goes on and never does a thing twice. */
export async function attemptTask(context: WorkerContext, bot: RunnableBot, taskId: bigint): Promise<void> {
  const { town, journal } = context;
  const { deploymentId } = town.deployment;
  const botId = bot.bot.bot.accountId;
  const known = journal.get(deploymentId, taskId, botId);
  if (known !== undefined && known.state !== "solving" && known.state !== "solved") return;

  const task = await readTask(town.client, { deployment: town.deployment, taskId });
  if (task.state === "Delivered" && task.workerId === botId && known?.state === "solved") {
    // handed in just before the host was ended
    journal.put(deploymentId, { ...known, state: "delivered" });
    return;
  }
  if (!(await mayTry(context, task)) || task.skillId !== bot.bot.skill.skillId) return;

  let solved = known?.state === "solved" ? known : undefined;
  if (solved === undefined) {
    journal.put(deploymentId, {
      taskId,
      botId,
      state: "solving",
      contentId: null,
      envelope: null,
      salt: null,
      confidence: null,
      price: task.price,
      note: null,
    });
    const outcome = await work(context, bot, taskId);
    if (outcome === "later") return;
    if ("gaveUp" in outcome) return giveUp(context, bot, taskId, task.price, outcome.gaveUp);
    solved = { taskId, botId, state: "solved", price: task.price, note: null, updatedAt: 0, ...outcome };
    journal.put(deploymentId, solved);
  }
  await handIn(context, bot, solved);
}

async function mayTry({ town, config }: WorkerContext, task: Task): Promise<boolean> {
  const { timestamp } = await town.client.getBlock({ blockTag: "latest" });
  // a quiet local chain's last block may be older than the present moment
  const now = Math.max(Number(timestamp), Math.floor(Date.now() / 1_000));
  return botMayDeliver(task, now) && task.price >= parsePeer(config.minimumPrice);
}

type Sealed = { contentId: Hex; envelope: Uint8Array; salt: Hex; confidence: number };

async function work(
  context: WorkerContext,
  bot: RunnableBot,
  taskId: bigint,
): Promise<Sealed | { gaveUp: string } | "later"> {
  const { indexer, engine, metrics, signal } = context;
  const detail = await indexer.task(taskId);
  if (detail.bodyState === "sealed") return { gaveUp: "the task is sealed" };
  if (detail.bodyState !== "public" || detail.body === null) return "later";
  if (detail.body.files?.length) return { gaveUp: "the task has files, which its model does not read" };
  await checkBody(context, detail);
  if (detail.posterSealingKey === null || detail.posterSealingKey === zeroHash)
    return { gaveUp: "the poster has no sealing key" };
  const done = metrics.solving.startTimer();
  const solution = await engine.solve(bot.model, promptOf(detail.body), signal);
  done();
  if (solution.kind === "gaveUp") return { gaveUp: solution.reason };
  const body = encodeDeliverable({ v: 1, text: solution.text });
  const envelope = seal({ bytes: body, recipientPublicKey: detail.posterSealingKey as Hex, taskId });
  const { contentId, salt } = packContent(envelope);
  return { contentId, envelope, salt, confidence: solution.confidence };
}

/** The indexer is not trusted: the body must be the one the chain committed to. */
async function checkBody({ indexer }: WorkerContext, detail: TaskDetail): Promise<void> {
  const content = await indexer.content(detail.contentId);
  const bytes =
    content.encoding === "base64"
      ? new Uint8Array(Buffer.from(content.body, "base64"))
      : new TextEncoder().encode(content.body);
  if (!verifyContent({ body: bytes, saltHash: content.saltHash as Hex, contentId: detail.contentId as Hex }))
    throw new HostError(
      `The indexer's body of task ${detail.taskId} is not the one that was posted.`,
      "Nothing was delivered. Use another indexer if this goes on.",
    );
}

async function giveUp(
  context: WorkerContext,
  bot: RunnableBot,
  taskId: bigint,
  price: bigint,
  reason: string,
): Promise<void> {
  const { town, journal, metrics, log } = context;
  const botId = bot.bot.bot.accountId;
  const decline = () => town.send(declineTask({ deployment: town.deployment, taskId, botId }), bot.account);
  await decline().catch((error: unknown) => {
    if (!overtaken.has(explainError(error).code)) throw error;
  });
  journal.put(town.deployment.deploymentId, {
    taskId,
    botId,
    state: "declined",
    contentId: null,
    envelope: null,
    salt: null,
    confidence: null,
    price,
    note: reason,
  });
  metrics.attempts.inc({ result: "declined" });
  log.info({ taskId: taskId.toString(), botId, reason }, "gave up; people see the task now");
}

async function handIn(context: WorkerContext, bot: RunnableBot, solved: Attempt): Promise<void> {
  const { town, indexer, journal, log, metrics } = context;
  const { deploymentId } = town.deployment;
  const { taskId, botId, contentId, envelope, salt } = solved;
  if (contentId === null || envelope === null || salt === null)
    throw new Error("a solved attempt without its work");
  await indexer.putContent(contentId, packContent(envelope, salt as Hex).put);
  try {
    await town.send(
      deliverTask({ deployment: town.deployment, taskId, botId, deliverableId: contentId as Hex }),
      bot.account,
    );
    journal.put(deploymentId, { ...solved, state: "delivered", note: null });
    metrics.attempts.inc({ result: "delivered" });
    log.info({ taskId: taskId.toString(), botId }, "delivered");
  } catch (error) {
    const told = explainError(error);
    if (!overtaken.has(told.code)) throw error;
    journal.put(deploymentId, { ...solved, state: "lost", note: told.sentence });
    metrics.attempts.inc({ result: "overtaken" });
    log.info({ taskId: taskId.toString(), botId, code: told.code }, "overtaken");
  }
}
