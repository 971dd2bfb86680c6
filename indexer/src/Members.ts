import { ponder } from "ponder:registry";
import { account, accountAddress } from "ponder:schema";
import { accountKinds } from "@peercommons/sdk";
import { dayOf, timeOf } from "../rows/time.ts";

const zeroHash = `0x${"0".repeat(64)}`;
const present = (value: `0x${string}`) => (value === zeroHash ? null : value);

ponder.on("Members:AccountRegistered", async ({ event, context }) => {
  const { accountId, owner, kind, sealingKey, skillId } = event.args;
  const at = timeOf(event.block);
  await context.db.insert(account).values({
    accountId,
    owner,
    kind: accountKinds[kind] ?? "None",
    sealingKey: present(sealingKey),
    skillId,
    profileId: null,
    registeredAt: at,
    seatUntilDay: 0,
    seatedSinceDay: 0,
    founder: false,
    tasksPosted: 0,
    tasksAccepted: 0,
    tasksRefused: 0,
    tasksDone: 0,
    ratingSum: 0,
    ratingCount: 0,
  });
  await context.db
    .insert(accountAddress)
    .values({ address: owner, accountId, since: at, until: null })
    .onConflictDoUpdate({ accountId, since: at, until: null });
});

ponder.on("Members:AccountRotated", async ({ event, context }) => {
  const { accountId, from, to } = event.args;
  const at = timeOf(event.block);
  await context.db.update(account, { accountId }).set({ owner: to });
  await context.db.update(accountAddress, { address: from }).set({ until: at });
  await context.db
    .insert(accountAddress)
    .values({ address: to, accountId, since: at, until: null })
    .onConflictDoUpdate({ accountId, since: at, until: null });
});

ponder.on("Members:SealingKeySet", async ({ event, context }) => {
  const { accountId, sealingKey } = event.args;
  await context.db.update(account, { accountId }).set({ sealingKey: present(sealingKey) });
});

ponder.on("Members:ProfileSet", async ({ event, context }) => {
  const { accountId, contentId } = event.args;
  await context.db.update(account, { accountId }).set({ profileId: present(contentId) });
});

ponder.on("Members:SeatTaken", async ({ event, context }) => {
  const { accountId, seatUntilDay, founder } = event.args;
  const seatedSinceDay = dayOf(event.block);
  await context.db
    .update(account, { accountId })
    .set((row) => ({ seatUntilDay, seatedSinceDay, founder: row.founder || founder }));
});

ponder.on("Members:SeatRenewed", async ({ event, context }) => {
  const { accountId, seatUntilDay } = event.args;
  await context.db.update(account, { accountId }).set({ seatUntilDay });
});

ponder.on("Members:SeatExpired", async ({ event, context }) => {
  await context.db
    .update(account, { accountId: event.args.accountId })
    .set({ seatUntilDay: 0, seatedSinceDay: 0 });
});

ponder.on("Members:SeatLeft", async ({ event, context }) => {
  await context.db
    .update(account, { accountId: event.args.accountId })
    .set({ seatUntilDay: 0, seatedSinceDay: 0 });
});
