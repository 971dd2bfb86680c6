import { ponder } from "ponder:registry";
import { epoch, incomeClaim, incomeSeat } from "ponder:schema";
import { timeOf } from "../rows/time.ts";

ponder.on("BasicIncome:EpochOpened", async ({ event, context }) => {
  const { share, seats, accumulated } = event.args;
  await context.db.insert(epoch).values({
    epoch: event.args.epoch,
    share,
    seats,
    accumulated,
    openedAt: timeOf(event.block),
  });
});

ponder.on("BasicIncome:IncomeClaimed", async ({ event, context }) => {
  const { accountId, amount, expired } = event.args;
  await context.db.insert(incomeClaim).values({
    block: Number(event.block.number),
    logIndex: event.log.logIndex,
    accountId,
    amount,
    expired,
    at: timeOf(event.block),
    tx: event.transaction.hash,
  });
});

ponder.on("BasicIncome:IncomeEntered", async ({ event, context }) => {
  const { accountId, accumulated } = event.args;
  await context.db
    .insert(incomeSeat)
    .values({ accountId, entered: true, accumulated })
    .onConflictDoUpdate({ entered: true, accumulated });
});

ponder.on("BasicIncome:IncomeExited", async ({ event, context }) => {
  const { accountId } = event.args;
  await context.db
    .insert(incomeSeat)
    .values({ accountId, entered: false, accumulated: 0n })
    .onConflictDoUpdate({ entered: false });
});
