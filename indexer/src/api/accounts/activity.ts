import { db } from "ponder:api";
import { task } from "ponder:schema";
import type { ActivityItem } from "@peercommons/sdk/schemas";
import { inArray, sql } from "ponder";
import { decodeCursor, encodeCursor, pageFrom } from "../common/cursor.ts";
import { accountRefs, refsByAddress } from "../common/names.ts";
import { rowsOf } from "../common/sql.ts";
import { titleOf } from "../tasks/summary.ts";
import { addressesOf } from "./statement.ts";

type Row = {
  block: number;
  log_index: number;
  at: number;
  tx: string;
  kind: string;
  task_id: string | null;
  other_id: number | null;
  other: string | null;
  amount: string | null;
  detail: string | null;
};

/** What happened to and by an account: events of its tasks, payments, income. Newest first. */
export async function activityOf(accountId: number, query: { cursor?: string | undefined; limit: number }) {
  const addresses = await addressesOf(accountId);
  const mine = sql`(${sql.join(
    addresses.map((address) => sql`${address}`),
    sql`, `,
  )})`;
  const after = decodeCursor("activity", 2, query.cursor) ?? [2_147_483_647n, 2_147_483_647n];
  const before = sql`(block, log_index) < (${Number(after[0])}::int, ${Number(after[1])}::int)`;
  const limit = query.limit + 1;
  const end = sql`order by block desc, log_index desc limit ${limit}`;
  const tasks = (me: "poster_id" | "worker_id", other: "poster_id" | "worker_id") => sql`
    (select block, log_index, at, tx, kind, task_id::text as task_id, nullif(${sql.raw(other)}, 0) as other_id, null::text as other,
      price::text as amount, outcome as detail from task_event where ${sql.raw(me)} = ${accountId} and ${before} ${end})`;
  const moves = (me: "from" | "to", other: "from" | "to", kinds: string, sign: string) => sql`
    (select block, log_index, at, tx, ${sql.raw(kinds)} as kind, null as task_id, null::bigint as other_id, "${sql.raw(other)}" as other,
      (${sql.raw(sign)}amount)::text as amount, memo as detail from transfer
      where "${sql.raw(me)}" in ${mine} and kind in ('pay', 'income') and amount > 0 and ${before} ${end})`;
  const rows = await rowsOf<Row>(sql`
    select distinct on (block, log_index) * from (
      ${tasks("poster_id", "worker_id")} union all ${tasks("worker_id", "poster_id")}
      union all ${moves("from", "to", "'Paid'", "-")}
      union all ${moves("to", "from", "case kind when 'income' then 'IncomeClaimed' else 'Received' end", "")}
    ) everything ${end}`);
  const ids = [...new Set(rows.flatMap((row) => (row.task_id === null ? [] : [BigInt(row.task_id)])))];
  const [refOf, byAddress, found] = await Promise.all([
    accountRefs(rows.map((row) => Number(row.other_id ?? 0))),
    refsByAddress(rows.flatMap((row) => row.other ?? [])),
    ids.length === 0 ? [] : db.select().from(task).where(inArray(task.taskId, ids)),
  ]);
  const titles = new Map(
    await Promise.all(found.map(async (row) => [row.taskId.toString(), await titleOf(row)] as const)),
  );
  const skillIds = new Map(found.map((row) => [row.taskId.toString(), row.skillId]));
  const items = rows.map(
    (row): ActivityItem => ({
      kind: row.kind,
      at: Number(row.at),
      block: Number(row.block),
      tx: row.tx,
      taskId: row.task_id,
      title: row.task_id === null ? null : (titles.get(row.task_id) ?? null),
      skillId: row.task_id === null ? null : (skillIds.get(row.task_id) ?? null),
      counterparty: row.other_id
        ? refOf(Number(row.other_id))
        : row.other === null
          ? null
          : byAddress(row.other),
      amount: row.amount,
      detail: row.detail,
    }),
  );
  return pageFrom(rows, query.limit, items, (row) => encodeCursor("activity", [row.block, row.log_index]));
}
