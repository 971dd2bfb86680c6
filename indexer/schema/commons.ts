import { index, onchainTable, primaryKey } from "ponder";

/** A week of basic income. `total` is what left the commons for it. */
export const epoch = onchainTable("epoch", (t) => ({
  epoch: t.integer().primaryKey(),
  share: t.bigint().notNull(),
  seats: t.integer().notNull(),
  accumulated: t.bigint().notNull(),
  openedAt: t.integer().notNull(),
}));

export const incomeClaim = onchainTable(
  "income_claim",
  (t) => ({
    block: t.integer().notNull(),
    logIndex: t.integer().notNull(),
    accountId: t.int8({ mode: "number" }).notNull(),
    amount: t.bigint().notNull(),
    expired: t.bigint().notNull(),
    at: t.integer().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.block, table.logIndex] }),
    accountIndex: index().on(table.accountId, table.block),
  }),
);

/** Whether a member accrues income, and from which reading of the accumulator. */
export const incomeSeat = onchainTable("income_seat", (t) => ({
  accountId: t.int8({ mode: "number" }).primaryKey(),
  entered: t.boolean().notNull(),
  accumulated: t.bigint().notNull(),
}));

/** What reached the commons in a week, by kind of transfer. */
export const commonsWeek = onchainTable(
  "commons_week",
  (t) => ({ epoch: t.integer().notNull(), kind: t.text().notNull(), amount: t.bigint().notNull() }),
  (table) => ({ key: primaryKey({ columns: [table.epoch, table.kind] }) }),
);

export const bot = onchainTable(
  "bot",
  (t) => ({
    botId: t.int8({ mode: "number" }).primaryKey(),
    skillId: t.integer().notNull(),
    creatorId: t.int8({ mode: "number" }).notNull(),
    name: t.text().notNull(),
    operator: t.hex().notNull(),
    payee: t.hex().notNull(),
    modelHash: t.hex().notNull(),
    computeBps: t.integer().notNull(),
    commonsBps: t.integer().notNull(),
    potBps: t.integer().notNull(),
    delivered: t.integer().notNull(),
    accepted: t.integer().notNull(),
    rejected: t.integer().notNull(),
    lapsed: t.integer().notNull(),
    declined: t.integer().notNull(),
    earned: t.bigint().notNull(),
    registeredAt: t.integer().notNull(),
  }),
  (table) => ({ skillIndex: index().on(table.skillId), payeeIndex: index().on(table.payee) }),
);

export const split = onchainTable(
  "split",
  (t) => ({
    block: t.integer().notNull(),
    logIndex: t.integer().notNull(),
    botId: t.int8({ mode: "number" }).notNull(),
    skillId: t.integer().notNull(),
    total: t.bigint().notNull(),
    compute: t.bigint().notNull(),
    upstream: t.bigint().notNull(),
    creator: t.bigint().notNull(),
    commons: t.bigint().notNull(),
    pot: t.bigint().notNull(),
    at: t.integer().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.block, table.logIndex] }),
    botIndex: index().on(table.botId, table.block),
    skillIndex: index().on(table.skillId),
  }),
);

/** Every request the forwarder tried, whoever relayed it. */
export const relayed = onchainTable(
  "relayed",
  (t) => ({
    block: t.integer().notNull(),
    logIndex: t.integer().notNull(),
    signer: t.hex().notNull(),
    nonce: t.bigint().notNull(),
    success: t.boolean().notNull(),
    at: t.integer().notNull(),
    tx: t.hex().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.block, table.logIndex] }),
    signerIndex: index().on(table.signer, table.block),
  }),
);
