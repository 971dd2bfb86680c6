import { ponder } from "ponder:registry";
import { split } from "ponder:schema";
import { whereOf } from "../rows/taskEvents.ts";
import { timeOf } from "../rows/time.ts";

ponder.on("Splitter:SplitPushed", async ({ event, context }) => {
  await context.db.insert(split).values({ ...event.args, ...whereOf(event), at: timeOf(event.block) });
});
