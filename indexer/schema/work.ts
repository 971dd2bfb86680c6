import { index, onchainTable, primaryKey } from "ponder";

/**
 * A task and everything the feed needs of it. `peopleAt`, `everyoneAt` and `rank` are fixed while it is open and move only when
 * it opens again, so the feed is a walk along an index, never a sort.
 */
export const task = onchainTable(
  "task",
  (t) => ({
    taskId: t.int8({ mode: "bigint" }).primaryKey(),
    skillId: t.integer().notNull(),
    posterId: t.int8({ mode: "number" }).notNull(),
    workerId: t.int8({ mode: "number" }).notNull(),
    contentId: t.hex().notNull(),
    word: t.bigint().notNull(),
    price: t.int8({ mode: "bigint" }).notNull(),
    perHour: t.int8({ mode: "bigint" }).notNull(),
    state: t.text().notNull(),
    outcome: t.text(),
    effort: t.integer().notNull(),
    band: t.integer().notNull(),
    lo: t.integer().notNull(),
    hi: t.integer().notNull(),
    tau: t.integer().notNull(),
    flags: t.integer().notNull(),
    botTries: t.integer().notNull(),
    revisions: t.integer().notNull(),
    claimHours: t.integer().notNull(),
    reviewHours: t.integer().notNull(),
    postedAt: t.integer().notNull(),
    openedAt: t.integer().notNull(),
    changedAt: t.integer().notNull(),
    deadlineAt: t.integer().notNull(),
    dueAt: t.integer(),
    peopleAt: t.integer().notNull(),
    everyoneAt: t.integer().notNull(),
    rank: t.integer().notNull(),
    closedAt: t.integer(),
    rating: t.integer(),
    paid: t.int8({ mode: "bigint" }),
    refunded: t.int8({ mode: "bigint" }),
    charged: t.int8({ mode: "bigint" }),
    byBot: t.boolean().notNull(),
  }),
  (table) => ({
    feedIndex: index().on(table.skillId, table.state, table.rank, table.taskId),
    marketIndex: index().on(table.state, table.rank, table.taskId),
    posterIndex: index().on(table.posterId, table.state),
    workerIndex: index().on(table.workerId, table.state),
    newestIndex: index().on(table.postedAt, table.taskId),
    changedIndex: index().on(table.changedAt, table.taskId),
    priceIndex: index().on(table.price, table.taskId),
    deadlineIndex: index().on(table.deadlineAt, table.taskId),
    contentIndex: index().on(table.contentId),
    closedIndex: index().on(table.skillId, table.outcome, table.effort),
  }),
);

/** The timeline: one row a TaskMarket event. */
export const taskEvent = onchainTable(
  "task_event",
  (t) => ({
    block: t.integer().notNull(),
    logIndex: t.integer().notNull(),
    taskId: t.int8({ mode: "bigint" }).notNull(),
    kind: t.text().notNull(),
    at: t.integer().notNull(),
    tx: t.hex().notNull(),
    actorId: t.int8({ mode: "number" }),
    posterId: t.int8({ mode: "number" }).notNull(),
    workerId: t.int8({ mode: "number" }).notNull(),
    contentId: t.hex(),
    price: t.int8({ mode: "bigint" }),
    paid: t.int8({ mode: "bigint" }),
    refunded: t.int8({ mode: "bigint" }),
    charged: t.int8({ mode: "bigint" }),
    outcome: t.text(),
    arbiter: t.hex(),
    state: t.text().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.block, table.logIndex] }),
    taskIndex: index().on(table.taskId, table.block, table.logIndex),
    posterIndex: index().on(table.posterId, table.block, table.logIndex),
    workerIndex: index().on(table.workerId, table.block, table.logIndex),
  }),
);

/** Sealed work that was handed in; `status` says what became of it. */
export const deliverable = onchainTable(
  "deliverable",
  (t) => ({
    taskId: t.int8({ mode: "bigint" }).notNull(),
    block: t.integer().notNull(),
    logIndex: t.integer().notNull(),
    contentId: t.hex().notNull(),
    workerId: t.int8({ mode: "number" }).notNull(),
    byBot: t.boolean().notNull(),
    at: t.integer().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.block, table.logIndex] }),
    taskIndex: index().on(table.taskId),
    contentIndex: index().on(table.contentId),
  }),
);
