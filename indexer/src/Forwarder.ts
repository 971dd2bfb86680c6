import { ponder } from "ponder:registry";
import { relayed } from "ponder:schema";
import { timeOf } from "../rows/time.ts";

ponder.on("Forwarder:ExecutedForwardRequest", async ({ event, context }) => {
  const { signer, nonce, success } = event.args;
  await context.db.insert(relayed).values({
    block: Number(event.block.number),
    logIndex: event.log.logIndex,
    signer,
    nonce,
    success,
    at: timeOf(event.block),
    tx: event.transaction.hash,
  });
});
