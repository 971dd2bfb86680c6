import { ponder } from "ponder:registry";
import { gateReceipt, gateToken } from "ponder:schema";
import { epochOf, timeOf } from "../rows/time.ts";

ponder.on("Gate:TokenListed", async ({ event, context }) => {
  const { token, decimals, symbol } = event.args;
  // What a token calls itself is somebody else's text.
  const values = { token, decimals, symbol: symbol.slice(0, 32), listed: true, reserve: 0n };
  await context.db.insert(gateToken).values(values).onConflictDoUpdate({ listed: true });
});

ponder.on("Gate:TokenDelisted", async ({ event, context }) => {
  const { token } = event.args;
  // A proposal that was taken back was never listed.
  if ((await context.db.find(gateToken, { token })) === null) return;
  await context.db.update(gateToken, { token }).set({ listed: false });
});

ponder.on("Gate:Deposited", async ({ event, context }) => {
  const { accountId, token, net, reserve } = event.args;
  await context.db.update(gateToken, { token }).set({ reserve });
  await context.db
    .insert(gateReceipt)
    .values({ accountId, token, net, epoch: 0, opening: 0n, redeemed: 0n })
    .onConflictDoUpdate({ net });
});

ponder.on("Gate:Redeemed", async ({ event, context }) => {
  const { accountId, token, amount, net, reserve } = event.args;
  const epoch = epochOf(timeOf(event.block));
  await context.db.update(gateToken, { token }).set({ reserve });
  await context.db
    .update(gateReceipt, { accountId, token })
    .set((row) =>
      row.epoch === epoch
        ? { net, redeemed: row.redeemed + amount }
        : { net, epoch, opening: row.net, redeemed: amount },
    );
});
