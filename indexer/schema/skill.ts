import { index, onchainTable, primaryKey } from "ponder";

export const skill = onchainTable(
  "skill",
  (t) => ({
    skillId: t.integer().primaryKey(),
    parentId: t.integer().notNull(),
    creatorId: t.int8({ mode: "number" }).notNull(),
    name: t.text().notNull(),
    symbol: t.text().notNull(),
    face: t.hex().notNull(),
    contentId: t.hex(),
    createdAt: t.integer().notNull(),
  }),
  (table) => ({ parentIndex: index().on(table.parentId) }),
);

/** What prices and outcomes have taught a skill: the two words of `Levels`, as they are on chain. */
export const skillWord = onchainTable("skill_word", (t) => ({
  skillId: t.integer().primaryKey(),
  word: t.bigint().notNull(),
  histogram: t.bigint().notNull(),
}));

/** What a member has earned in a skill; the columns of the chain's word. */
export const standing = onchainTable(
  "standing",
  (t) => ({
    memberId: t.int8({ mode: "number" }).notNull(),
    skillId: t.integer().notNull(),
    points: t.int8({ mode: "bigint" }).notNull(),
    payers: t.bigint().notNull(),
    rating: t.integer().notNull(),
    level: t.integer().notNull(),
    badge: t.integer().notNull(),
    inHand: t.integer().notNull(),
    done: t.integer().notNull(),
    late: t.integer().notNull(),
    lastDay: t.integer().notNull(),
    blockedUntilDay: t.integer().notNull(),
  }),
  (table) => ({
    key: primaryKey({ columns: [table.memberId, table.skillId] }),
    skillIndex: index().on(table.skillId, table.level, table.points),
  }),
);
