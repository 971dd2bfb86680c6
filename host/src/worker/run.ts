import { setTimeout as sleep } from "node:timers/promises";
import { explainError } from "@peercommons/sdk/errors";
import type { Home } from "../home.ts";
import type { HostKeys } from "../keystore.ts";
import { attemptTask } from "./attempt.ts";
import { matchBots, type RunnableBot } from "./bots.ts";
import type { WorkerContext } from "./context.ts";
import { followUp } from "./follow.ts";
import { Setbacks } from "./setbacks.ts";

/** Looks at the feed until the signal: at once on a live update, else every `pollSeconds`. Failures wait and try again. */
export async function runWorker(context: WorkerContext, keys: HostKeys, home: Home): Promise<void> {
  const { config, indexer, metrics, log, signal } = context;
  let wake = () => {};
  const changed = () => wake();
  void listen(context, changed);
  const setbacks = new Setbacks();
  let failures = 0;
  while (!signal.aborted) {
    try {
      const { runnable, unrunnable } = matchBots(home, keys, await indexer.bots());
      for (const { bot, why } of unrunnable) log.warn({ botId: bot.bot.accountId }, why);
      await round(context, runnable, setbacks);
      metrics.lastRound.setToCurrentTime();
      failures = 0;
    } catch (error) {
      if (signal.aborted) break;
      failures++;
      metrics.errors.inc();
      const { code, sentence } = explainError(error);
      log.error({ code, failures }, sentence);
    }
    const pause = failures === 0 ? config.pollSeconds * 1_000 : Math.min(60_000, 1_000 * 2 ** failures);
    const woken = new Promise<void>((resolve) => {
      wake = resolve;
    });
    await Promise.race([woken, sleep(pause, undefined, { signal }).catch(() => undefined)]);
  }
}

async function round(context: WorkerContext, bots: RunnableBot[], setbacks: Setbacks): Promise<void> {
  await followUp(context, bots);
  for (const bot of bots)
    for (const task of await context.indexer.openTasks(bot.bot.skill.skillId)) {
      if (context.signal.aborted) return;
      if (task.flags.humanOnly || task.botTries >= 2 || setbacks.waiting(task.taskId)) continue;
      // one task that fails must not keep the others waiting
      await attemptTask(context, bot, BigInt(task.taskId)).catch((error: unknown) => {
        if (context.signal.aborted) return;
        context.metrics.errors.inc();
        const { code, sentence } = explainError(error);
        context.log.error({ code, taskId: task.taskId, again: setbacks.add(task.taskId) }, sentence);
      });
    }
}

/** Keeps a live connection; losing it only means that polling has to do. */
async function listen({ indexer, signal }: WorkerContext, onTask: () => void): Promise<void> {
  while (!signal.aborted) {
    await indexer.live(onTask, signal).catch(() => undefined);
    await sleep(3_000, undefined, { signal }).catch(() => undefined);
  }
}
