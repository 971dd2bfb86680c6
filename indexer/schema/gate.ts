import { onchainTable, primaryKey } from "ponder";

/** A token that comes in and goes out one to one. `reserve` is what was issued for it and not taken back, in PEER's units. */
export const gateToken = onchainTable("gate_token", (t) => ({
  token: t.hex().primaryKey(),
  symbol: t.text().notNull(),
  decimals: t.integer().notNull(),
  listed: t.boolean().notNull(),
  reserve: t.bigint().notNull(),
}));

/** What an account brought in of a token and did not take out, and what of it left this week. */
export const gateReceipt = onchainTable(
  "gate_receipt",
  (t) => ({
    accountId: t.int8({ mode: "number" }).notNull(),
    token: t.hex().notNull(),
    net: t.bigint().notNull(),
    epoch: t.integer().notNull(),
    opening: t.bigint().notNull(),
    redeemed: t.bigint().notNull(),
  }),
  (table) => ({ key: primaryKey({ columns: [table.accountId, table.token] }) }),
);
