import { ponder } from "ponder:registry";
import { bot } from "ponder:schema";
import { timeOf } from "../rows/time.ts";

ponder.on("Bots:BotRegistered", async ({ event, context }) => {
  await context.db.insert(bot).values({
    ...event.args,
    delivered: 0,
    accepted: 0,
    rejected: 0,
    lapsed: 0,
    declined: 0,
    earned: 0n,
    registeredAt: timeOf(event.block),
  });
});
