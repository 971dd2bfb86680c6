import { db } from "ponder:api";
import { taskEvent } from "ponder:schema";
import type { LiveEvents, TaskStateName } from "@peercommons/sdk/schemas";
import { and, asc, gt, lte, sql } from "ponder";
import type { Indexed } from "../common/checkpoint.ts";
import { indexed } from "../common/clock.ts";
import { rowsOf } from "../common/sql.ts";

/** Everything new since the last beat. */
export type Beat = {
  block: LiveEvents["block"];
  tasks: (LiveEvents["task"] & { accountIds: number[] })[];
  accountIds: number[];
};

/** How often the indexed block is looked at while somebody listens, and how many task changes one beat carries. */
const every = 120;
const mostChanges = 500;

type Listener = (beat: Beat) => void;
const listeners = new Set<Listener>();
let timer: NodeJS.Timeout | undefined;
let last: Indexed | undefined;
let beating = false;

/** Hears every new block until the returned function is called. One query serves all listeners; without any, none is made. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => void beat(), every);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
    last = undefined;
  };
}

async function beat(): Promise<void> {
  if (beating) return;
  beating = true;
  try {
    const now = await indexed();
    if (last === undefined) last = now;
    else if (now.block !== last.block || now.at !== last.at) {
      const from = last.block;
      last = now;
      const news = await newsBetween(from, now);
      for (const listener of listeners) listener(news);
    }
  } catch {
    // The database is away for a moment; the next beat covers what this one missed.
  } finally {
    beating = false;
  }
}

async function newsBetween(from: number, now: Indexed): Promise<Beat> {
  // After a reorganisation the block number may fall: then everything from there on is news.
  const since = Math.min(from, now.block - 1);
  const events = await db
    .select()
    .from(taskEvent)
    .where(and(gt(taskEvent.block, since), lte(taskEvent.block, now.block)))
    .orderBy(asc(taskEvent.block), asc(taskEvent.logIndex))
    .limit(mostChanges);
  const tasks = events.map((event) => ({
    taskId: event.taskId.toString(),
    state: event.state as TaskStateName,
    accountIds: [event.posterId, event.workerId, event.actorId ?? 0].filter((id) => id > 0),
  }));
  const moved = await rowsOf<{ id: number }>(sql`
    select distinct a.account_id as id from transfer t join account_address a on a.address in (t.from, t.to)
    where t.block > ${since} and t.block <= ${now.block} limit ${mostChanges}`);
  const ids = moved.map((row) => Number(row.id));
  const accountIds = [...new Set([...tasks.flatMap((task) => task.accountIds), ...ids])];
  return { block: { indexedBlock: now.block, at: now.at }, tasks, accountIds };
}
