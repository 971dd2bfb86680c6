import { ponder } from "ponder:registry";
import { account, sponsorship } from "ponder:schema";
import { timeOf } from "../rows/time.ts";

ponder.on("Sponsorship:Sponsored", async ({ event, context }) => {
  const { sponsorId, newcomer } = event.args;
  const fresh = { at: timeOf(event.block), released: false };
  await context.db
    .insert(sponsorship)
    .values({ sponsorId, newcomer, ...fresh })
    .onConflictDoUpdate(fresh);
});

ponder.on("Sponsorship:SponsorshipWithdrawn", async ({ event, context }) => {
  const { sponsorId, newcomer } = event.args;
  await context.db.delete(sponsorship, { sponsorId, newcomer });
});

ponder.on("Sponsorship:SponsorshipReleased", async ({ event, context }) => {
  const { sponsorId, newcomerId } = event.args;
  const newcomer = await context.db.find(account, { accountId: newcomerId });
  if (newcomer === null) return;
  const key = { sponsorId, newcomer: newcomer.owner };
  // The newcomer may have rotated since; the row then stays under its first address, which is what was vouched for.
  if ((await context.db.find(sponsorship, key)) !== null) {
    await context.db.update(sponsorship, key).set({ released: true });
  }
});
