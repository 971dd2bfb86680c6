import { db } from "ponder:api";
import { circulation, obligation } from "ponder:schema";
import { findCirculation, loopsOf } from "@peercommons/sdk";
import type { Circulation, ClearingView, ObligationView } from "@peercommons/sdk/schemas";
import { and, desc, eq, gt, or, sql } from "ponder";
import { decodeCursor, encodeCursor, pageFrom } from "../common/cursor.ts";
import { accountRefs } from "../common/names.ts";
import { perBlock } from "../common/perBlock.ts";

type Row = typeof obligation.$inferSelect;
type PageQuery = { cursor?: string | undefined; limit: number };

/** Circles shown at once. Whoever nets one sees the next. */
const mostLoops = 20;

async function viewsOf(rows: readonly Row[]): Promise<ObligationView[]> {
  const refOf = await accountRefs(rows.flatMap((row) => [row.debtorId, row.creditorId]));
  return rows.map((row) => ({
    obligationId: row.obligationId.toString(),
    debtor: refOf(row.debtorId),
    creditor: refOf(row.creditorId),
    number: Number(row.obligationId & 0xffff_ffffn),
    amount: row.amount.toString(),
    remaining: row.remaining.toString(),
    waived: row.waived.toString(),
    dueAt: row.dueDay * 86_400,
    memo: row.memo,
    registeredAt: row.registeredAt,
    changedAt: row.changedAt,
    tx: row.tx,
  }));
}

/** Invoices of an account, or of everybody, newest first. */
export async function listObligations(
  query: PageQuery & { accountId?: number | undefined; state?: "open" | "closed" | undefined },
) {
  const after = decodeCursor("obligations", 2, query.cursor);
  const rows = await db
    .select()
    .from(obligation)
    .where(
      and(
        query.accountId === undefined
          ? undefined
          : or(eq(obligation.debtorId, query.accountId), eq(obligation.creditorId, query.accountId)),
        query.state === "open" ? gt(obligation.remaining, 0n) : undefined,
        query.state === "closed" ? eq(obligation.remaining, 0n) : undefined,
        after === null
          ? undefined
          : sql`(${obligation.registeredAt}, ${obligation.obligationId}) < (${Number(after[0])}::int, ${String(after[1])}::bigint)`,
      ),
    )
    .orderBy(desc(obligation.registeredAt), desc(obligation.obligationId))
    .limit(query.limit + 1);
  return pageFrom(rows, query.limit, await viewsOf(rows), (row) =>
    encodeCursor("obligations", [row.registeredAt, row.obligationId]),
  );
}

/** What was netted, newest first. */
export async function listCirculations(query: PageQuery) {
  const after = decodeCursor("circulations", 2, query.cursor);
  const rows = await db
    .select()
    .from(circulation)
    .where(
      after === null
        ? undefined
        : sql`(${circulation.block}, ${circulation.logIndex}) < (${Number(after[0])}::int, ${Number(after[1])}::int)`,
    )
    .orderBy(desc(circulation.block), desc(circulation.logIndex))
    .limit(query.limit + 1);
  const refOf = await accountRefs(rows.flatMap((row) => (row.payerId === null ? [] : [row.payerId])));
  const items = rows.map(
    (row): Circulation => ({
      at: row.at,
      edges: row.edges,
      cleared: row.cleared.toString(),
      payer: row.payerId === null ? null : refOf(row.payerId),
      paid: row.paid.toString(),
      tx: row.tx,
    }),
  );
  return pageFrom(rows, query.limit, items, (row) => encodeCursor("circulations", [row.block, row.logIndex]));
}

/** The largest circulation among all open invoices, taken apart into circles. Once a block, whoever asks. */
const solved = perBlock(async ({ at }) => {
  const [rows, [sums]] = await Promise.all([
    db.select().from(obligation).where(gt(obligation.remaining, 0n)).orderBy(obligation.obligationId),
    db
      .select({
        cleared: sql<string>`coalesce(sum(${circulation.cleared}), 0)::text`,
        paid: sql<string>`coalesce(sum(${circulation.paid}), 0)::text`,
      })
      .from(circulation),
  ]);
  const debts = rows.map(({ debtorId, creditorId, remaining }) => ({
    debtorId,
    creditorId,
    amount: remaining,
  }));
  const amounts = findCirculation(debts);
  const worth = (loop: { edges: number[]; amount: bigint }) => loop.amount * BigInt(loop.edges.length);
  const loops = loopsOf(debts, amounts).sort((a, b) => (worth(b) > worth(a) ? 1 : -1));
  return {
    rows,
    loops,
    open: debts.reduce((sum, debt) => sum + debt.amount, 0n),
    clearable: amounts.reduce((sum, amount) => sum + amount, 0n),
    cleared: sums?.cleared ?? "0",
    paid: sums?.paid ?? "0",
    at,
  };
});

/** What could be netted now. With an account: the circles it is in. */
export async function clearingView(accountId: number | undefined): Promise<ClearingView> {
  const { rows, loops, open, clearable, cleared, paid, at } = await solved();
  const has = (edge: number) => {
    const row = rows[edge];
    return row !== undefined && (row.debtorId === accountId || row.creditorId === accountId);
  };
  const chosen = loops.filter(({ edges }) => accountId === undefined || edges.some(has)).slice(0, mostLoops);
  const shown = [...new Set(chosen.flatMap(({ edges }) => edges))];
  const views = await viewsOf(shown.map((edge) => rows[edge] as Row));
  const viewAt = new Map(shown.map((edge, place) => [edge, views[place] as ObligationView]));
  return {
    open: open.toString(),
    obligations: rows.length,
    clearable: clearable.toString(),
    cleared,
    paid,
    loops: chosen.map(({ edges, amount }) => ({
      amount: amount.toString(),
      obligations: edges.map((edge) => viewAt.get(edge) as ObligationView),
    })),
    at,
  };
}
