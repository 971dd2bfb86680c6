import { type Context, ponder } from "ponder:registry";
import { accountLimit, balance, commonsWeek, operator, transfer } from "ponder:schema";
import { annotateBefore } from "../rows/annotate.ts";
import { epochOf, timeOf } from "../rows/time.ts";
import { kindOf } from "../rows/transfer.ts";
import { commonsAddress, deployment } from "../town.ts";

type Db = Context["db"];
type Address = `0x${string}`;

const lower = (address: string) => address.toLowerCase() as Address;
const roles = {
  market: lower(deployment.contracts.TaskMarket),
  income: lower(deployment.contracts.BasicIncome),
  clearing: lower(deployment.contracts.Clearing),
  gate: lower(deployment.contracts.Gate),
  commons: commonsAddress,
};

ponder.on("Ledger:Transfer", async ({ event, context }) => {
  const { db } = context;
  const from = lower(event.args.from);
  const to = lower(event.args.to);
  const amount = event.args.value;
  const at = timeOf(event.block);
  const where = {
    block: Number(event.block.number),
    logIndex: event.log.logIndex,
    tx: event.transaction.hash,
  };
  // To oneself nothing moves.
  const moved = from === to ? 0n : amount;
  const fromBalance = await add(db, from, -moved, at);
  const toBalance = await add(db, to, moved, at);
  const kind = kindOf({ from, to }, roles);
  await db.insert(transfer).values({ ...where, at, from, to, amount, fromBalance, toBalance, kind });
  if (to === roles.commons) {
    await db
      .insert(commonsWeek)
      .values({ epoch: epochOf(at), kind, amount })
      .onConflictDoUpdate((row) => ({ amount: row.amount + amount }));
  }
});

ponder.on("Ledger:Paid", async ({ event, context }) => {
  const { memo } = event.args;
  if (BigInt(memo) === 0n) return;
  const where = {
    block: Number(event.block.number),
    logIndex: event.log.logIndex,
    tx: event.transaction.hash,
  };
  await annotateBefore(context.db, where, (row) => (row.kind === "pay" ? { memo } : null), 1);
});

ponder.on("Ledger:AccountMoved", async ({ event, context }) => {
  const parties = [lower(event.args.from), lower(event.args.to)];
  const where = {
    block: Number(event.block.number),
    logIndex: event.log.logIndex,
    tx: event.transaction.hash,
  };
  const between = (row: { from: Address; to: Address }) =>
    parties.includes(row.from) && parties.includes(row.to);
  await annotateBefore(context.db, where, (row) => (between(row) ? { kind: "rotation" } : null), 1);
  const old = await context.db.find(accountLimit, { address: parties[0] as Address });
  if (old === null) return;
  const { limit, flags } = old;
  await context.db
    .insert(accountLimit)
    .values({ address: parties[1] as Address, limit, flags })
    .onConflictDoUpdate((row) => ({
      // biome-ignore lint/complexity/useMathMinMax: bigint
      limit: row.limit > limit ? row.limit : limit,
      flags: row.flags | flags,
    }));
  await context.db.update(accountLimit, { address: parties[0] as Address }).set({ limit: 0n, flags: 0 });
});

ponder.on("Ledger:LimitSet", async ({ event, context }) => {
  const { limit } = event.args;
  await context.db
    .insert(accountLimit)
    .values({ address: lower(event.args.account), limit, flags: 0 })
    .onConflictDoUpdate({ limit });
});

ponder.on("Ledger:FlagsSet", async ({ event, context }) => {
  const { flags } = event.args;
  await context.db
    .insert(accountLimit)
    .values({ address: lower(event.args.account), limit: 0n, flags })
    .onConflictDoUpdate({ flags });
});

ponder.on("Ledger:OperatorProposed", async ({ event, context }) => {
  const announced = { activeAt: Number(event.args.activeAt), withdrawnAt: null };
  await context.db
    .insert(operator)
    .values({ address: lower(event.args.operator), ...announced, core: false })
    .onConflictDoUpdate(announced);
});

ponder.on("Ledger:OperatorWithdrawn", async ({ event, context }) => {
  const taken = { activeAt: null, withdrawnAt: timeOf(event.block) };
  await context.db.update(operator, { address: lower(event.args.operator) }).set(taken);
});

ponder.on("Ledger:OperatorAdded", async ({ event, context }) => {
  const added = { activeAt: null, addedAt: timeOf(event.block), core: event.args.core };
  await context.db
    .insert(operator)
    .values({ address: lower(event.args.operator), ...added })
    .onConflictDoUpdate(added);
});

/** Adds to a balance and returns it. */
async function add(db: Db, address: Address, amount: bigint, at: number): Promise<bigint> {
  const row = await db
    .insert(balance)
    .values({ address, balance: amount, negativeSince: amount < 0n ? at : null, touchedAt: at })
    .onConflictDoUpdate((before) => {
      const after = before.balance + amount;
      return {
        balance: after,
        negativeSince: after < 0n ? (before.negativeSince ?? at) : null,
        touchedAt: at,
      };
    });
  return row.balance;
}
