import { index, onchainTable, primaryKey } from "ponder";

/** Anything registered. Ids count up, so rows are written in key order. */
export const account = onchainTable(
  "account",
  (t) => ({
    accountId: t.int8({ mode: "number" }).primaryKey(),
    owner: t.hex().notNull(),
    kind: t.text().notNull(),
    sealingKey: t.hex(),
    skillId: t.integer().notNull(),
    profileId: t.hex(),
    registeredAt: t.integer().notNull(),
    seatUntilDay: t.integer().notNull(),
    seatedSinceDay: t.integer().notNull(),
    founder: t.boolean().notNull(),
    tasksPosted: t.integer().notNull(),
    tasksAccepted: t.integer().notNull(),
    tasksRefused: t.integer().notNull(),
    tasksDone: t.integer().notNull(),
    ratingSum: t.integer().notNull(),
    ratingCount: t.integer().notNull(),
  }),
  (table) => ({
    ownerIndex: index().on(table.owner),
    kindIndex: index().on(table.kind, table.accountId),
  }),
);

/** Every address an account has had; rotation adds one. */
export const accountAddress = onchainTable(
  "account_address",
  (t) => ({
    address: t.hex().primaryKey(),
    accountId: t.int8({ mode: "number" }).notNull(),
    since: t.integer().notNull(),
    until: t.integer(),
  }),
  (table) => ({ accountIndex: index().on(table.accountId) }),
);

/** Who sponsored whom: said that the newcomer is one human. */
export const sponsorship = onchainTable(
  "sponsorship",
  (t) => ({
    sponsorId: t.int8({ mode: "number" }).notNull(),
    newcomer: t.hex().notNull(),
    at: t.integer().notNull(),
    released: t.boolean().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.sponsorId, table.newcomer] }),
    newcomerIndex: index().on(table.newcomer),
  }),
);

/** One side of a backing: whom a member stands behind, or whom an organisation names. It counts while each names the other. */
export const backing = onchainTable(
  "backing",
  (t) => ({
    accountId: t.int8({ mode: "number" }).primaryKey(),
    otherId: t.int8({ mode: "number" }).notNull(),
    at: t.integer().notNull(),
  }),
  (table) => ({ otherIndex: index().on(table.otherId) }),
);
