import { db } from "ponder:api";
import { accountAddress, transfer } from "ponder:schema";
import type { StatementKind, StatementLine } from "@peercommons/sdk/schemas";
import { eq, sql } from "ponder";
import { decodeCursor, encodeCursor, pageFrom } from "../common/cursor.ts";
import { refsByAddress } from "../common/names.ts";
import { rowsOf } from "../common/sql.ts";

type Row = {
  block: number;
  log_index: number;
  at: number;
  tx: string;
  other: string;
  amount: string;
  balance: string;
  kind: string;
  task_id: string | null;
  memo: string | null;
};

/** An account's addresses, the present and those it had. */
export async function addressesOf(accountId: number): Promise<string[]> {
  const rows = await db.select().from(accountAddress).where(eq(accountAddress.accountId, accountId));
  return rows.map((row) => row.address);
}

/**
 * Moves of an account's money, newest first: two walks along the indexes of payer and receiver, merged. Moves between an account's
 * own addresses are no lines, so that the lines sum to the balance.
 */
export async function statementOf(accountId: number, query: { cursor?: string | undefined; limit: number }) {
  const mine = sql`(${sql.join(
    (await addressesOf(accountId)).map((address) => sql`${address}`),
    sql`, `,
  )})`;
  const after = decodeCursor("statement", 2, query.cursor) ?? [2_147_483_647n, 2_147_483_647n];
  const before = sql`(block, log_index) < (${Number(after[0])}::int, ${Number(after[1])}::int) and amount > 0`;
  const columns = sql`block, log_index, at, tx, kind, task_id::text as task_id, memo`;
  const limit = query.limit + 1;
  const rows = await rowsOf<Row>(sql`
    select * from (
      (select ${columns}, "to" as other, (-amount)::text as amount, from_balance::text as balance from ${transfer}
        where "from" in ${mine} and "to" not in ${mine} and ${before} order by block desc, log_index desc limit ${limit})
      union all
      (select ${columns}, "from" as other, amount::text as amount, to_balance::text as balance from ${transfer}
        where "to" in ${mine} and "from" not in ${mine} and ${before} order by block desc, log_index desc limit ${limit})
    ) both_sides order by block desc, log_index desc limit ${limit}`);
  const refOf = await refsByAddress(rows.map((row) => row.other));
  const items = rows.map(
    (row): StatementLine => ({
      at: Number(row.at),
      kind: row.kind as StatementKind,
      amount: row.amount,
      balance: row.balance,
      counterparty: refOf(row.other),
      counterpartyAddress: row.other,
      taskId: row.task_id,
      memo: row.memo,
      block: Number(row.block),
      tx: row.tx,
    }),
  );
  return pageFrom(rows, query.limit, items, (row) => encodeCursor("statement", [row.block, row.log_index]));
}
