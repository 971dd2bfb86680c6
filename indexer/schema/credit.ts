import { index, onchainTable, primaryKey } from "ponder";

/** One move of money. Each side's balance after it is kept, so a statement is read, never summed. */
export const transfer = onchainTable(
  "transfer",
  (t) => ({
    block: t.integer().notNull(),
    logIndex: t.integer().notNull(),
    at: t.integer().notNull(),
    tx: t.hex().notNull(),
    from: t.hex().notNull(),
    to: t.hex().notNull(),
    amount: t.bigint().notNull(),
    fromBalance: t.bigint().notNull(),
    toBalance: t.bigint().notNull(),
    kind: t.text().notNull(),
    taskId: t.int8({ mode: "bigint" }),
    memo: t.hex(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.block, table.logIndex] }),
    fromIndex: index().on(table.from, table.block, table.logIndex),
    toIndex: index().on(table.to, table.block, table.logIndex),
    kindIndex: index().on(table.kind, table.block),
  }),
);

/** Balance as last written; demurrage that is due but not charged yet is not in it. */
export const balance = onchainTable(
  "balance",
  (t) => ({
    address: t.hex().primaryKey(),
    balance: t.bigint().notNull(),
    negativeSince: t.integer(),
    touchedAt: t.integer().notNull(),
  }),
  (table) => ({ balanceIndex: index().on(table.balance) }),
);

/** What the ledger lets an address draw, and why. */
export const accountLimit = onchainTable("account_limit", (t) => ({
  address: t.hex().primaryKey(),
  limit: t.bigint().notNull(),
  flags: t.integer().notNull(),
}));

/** Contracts that move money for accounts, from their announcement on. `addedAt` and `withdrawnAt` are the last ones, null for never. */
export const operator = onchainTable("operator", (t) => ({
  address: t.hex().primaryKey(),
  activeAt: t.integer(),
  addedAt: t.integer(),
  withdrawnAt: t.integer(),
  core: t.boolean().notNull(),
}));

/** The basic ramp of an account: who has paid it. */
export const ramp = onchainTable("ramp", (t) => ({
  accountId: t.int8({ mode: "number" }).primaryKey(),
  payers: t.integer().notNull(),
  rampSinceDay: t.integer().notNull(),
  basic: t.bigint().notNull(),
  frozen: t.bigint().notNull(),
  limit: t.bigint().notNull(),
}));

/** First payments between two members. */
export const receipt = onchainTable(
  "receipt",
  (t) => ({
    accountId: t.int8({ mode: "number" }).notNull(),
    payerId: t.int8({ mode: "number" }).notNull(),
    at: t.integer().notNull(),
  }),
  (table) => ({ key: primaryKey({ columns: [table.accountId, table.payerId] }) }),
);
