import { type Context, ponder } from "ponder:registry";
import { circulation, obligation } from "ponder:schema";
import { decodeEdge } from "@peercommons/sdk";
import { whereOf } from "../rows/taskEvents.ts";
import { timeOf } from "../rows/time.ts";

ponder.on("Clearing:ObligationRegistered", async ({ event, context }) => {
  const at = timeOf(event.block);
  const { amount } = event.args;
  await context.db.insert(obligation).values({
    ...event.args,
    remaining: amount,
    waived: 0n,
    registeredAt: at,
    changedAt: at,
    tx: event.transaction.hash,
  });
});

ponder.on("Clearing:ObligationCancelled", async ({ event, context }) => {
  const { obligationId, amount } = event.args;
  // A number that was struck out before anybody registered it has no row and needs none.
  if (amount === 0n) return;
  await context.db
    .update(obligation, { obligationId })
    .set({ remaining: 0n, waived: amount, changedAt: timeOf(event.block) });
});

ponder.on("Clearing:Cleared", async ({ event, context }) => {
  const { edges } = event.args;
  const at = timeOf(event.block);
  const cleared = await take(context.db, edges, at);
  await context.db
    .insert(circulation)
    .values({ ...whereOf(event), edges: edges.length, cleared, payerId: null, paid: 0n, at });
});

ponder.on("Clearing:Settled", async ({ event, context }) => {
  const { edges, payerId, paid } = event.args;
  const at = timeOf(event.block);
  const cleared = await take(context.db, edges, at);
  await context.db
    .insert(circulation)
    .values({ ...whereOf(event), edges: edges.length, cleared, payerId, paid, at });
});

/** Takes each edge off its obligation; returns the sum. */
async function take(db: Context["db"], edges: readonly bigint[], at: number): Promise<bigint> {
  let sum = 0n;
  for (const edge of edges) {
    const { obligationId, amount } = decodeEdge(edge);
    await db
      .update(obligation, { obligationId })
      .set((row) => ({ remaining: row.remaining - amount, changedAt: at }));
    sum += amount;
  }
  return sum;
}
