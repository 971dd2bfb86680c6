import { ponder } from "ponder:registry";
import { ramp, receipt } from "ponder:schema";
import { timeOf } from "../rows/time.ts";

const none = { payers: 0, rampSinceDay: 0, basic: 0n, frozen: 0n, limit: 0n };

ponder.on("CreditLines:ReceiptRecorded", async ({ event, context }) => {
  const { accountId, payerId, payers, rampSinceDay } = event.args;
  await context.db
    .insert(ramp)
    .values({ ...none, accountId, payers, rampSinceDay })
    .onConflictDoUpdate({ payers, rampSinceDay });
  await context.db
    .insert(receipt)
    .values({ accountId, payerId, at: timeOf(event.block) })
    .onConflictDoNothing();
});

ponder.on("CreditLines:LimitRefreshed", async ({ event, context }) => {
  const { accountId, basic, frozen, limit } = event.args;
  await context.db
    .insert(ramp)
    .values({ ...none, accountId, basic, frozen, limit })
    .onConflictDoUpdate({ basic, frozen, limit });
});

ponder.on("CreditLines:LineFrozen", async ({ event, context }) => {
  const { sponsorId, frozen } = event.args;
  await context.db
    .insert(ramp)
    .values({ ...none, accountId: sponsorId, frozen })
    .onConflictDoUpdate({ frozen });
});
