import type { Context } from "ponder:registry";
import { account, task, taskEvent } from "ponder:schema";
import { timeOf } from "./time.ts";

type Hex = `0x${string}`;
type Row = typeof task.$inferSelect;
type Entry = typeof taskEvent.$inferInsert;

/** What all TaskMarket events have in common. */
type Happening = {
  event: {
    args: { taskId: bigint };
    block: { number: bigint; timestamp: bigint };
    log: { logIndex: number };
    transaction: { hash: Hex };
  };
  context: Context;
};

/** Where a log lies, as keys hold it. */
export const whereOf = (event: Omit<Happening["event"], "args">) => ({
  block: Number(event.block.number),
  logIndex: event.log.logIndex,
  tx: event.transaction.hash,
});

/** Writes a task's new columns. */
export function change({ event, context }: Happening, columns: Partial<Row>): Promise<Row> {
  return context.db.update(task, { taskId: event.args.taskId }).set(columns);
}

/** Adds a line to the task's timeline. */
export async function record(
  { event, context }: Happening,
  entry: {
    row: Pick<Row, "posterId" | "workerId" | "state">;
    kind: string;
    actorId: number | null;
  } & Partial<Entry>,
): Promise<void> {
  const { row, ...rest } = entry;
  await context.db.insert(taskEvent).values({
    posterId: row.posterId,
    workerId: row.workerId,
    state: row.state,
    ...rest,
    ...whereOf(event),
    taskId: event.args.taskId,
    at: timeOf(event.block),
  });
}

/** Whether an account is a bot. */
export async function isBot(db: Context["db"], accountId: number): Promise<boolean> {
  if (accountId === 0) return false;
  return (await db.find(account, { accountId }))?.kind === "Bot";
}
