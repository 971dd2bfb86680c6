import { index, onchainTable, primaryKey } from "ponder";

/** What one account owes another, from registered to gone. */
export const obligation = onchainTable(
  "obligation",
  (t) => ({
    obligationId: t.int8({ mode: "bigint" }).primaryKey(),
    debtorId: t.int8({ mode: "number" }).notNull(),
    creditorId: t.int8({ mode: "number" }).notNull(),
    amount: t.bigint().notNull(),
    remaining: t.bigint().notNull(),
    waived: t.bigint().notNull(),
    dueDay: t.integer().notNull(),
    memo: t.hex().notNull(),
    registeredAt: t.integer().notNull(),
    changedAt: t.integer().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({
    debtorIndex: index().on(table.debtorId, table.registeredAt),
    creditorIndex: index().on(table.creditorId, table.registeredAt),
    openIndex: index().on(table.remaining),
  }),
);

/** A netting: how many edges, how much debt they took off, and what was paid from the ledger beside it. */
export const circulation = onchainTable(
  "circulation",
  (t) => ({
    block: t.integer().notNull(),
    logIndex: t.integer().notNull(),
    edges: t.integer().notNull(),
    cleared: t.bigint().notNull(),
    payerId: t.int8({ mode: "number" }),
    paid: t.bigint().notNull(),
    at: t.integer().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({ key: primaryKey({ columns: [table.block, table.logIndex] }) }),
);
