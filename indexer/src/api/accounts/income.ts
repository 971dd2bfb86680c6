import { db } from "ponder:api";
import { epoch, incomeClaim, incomeSeat } from "ponder:schema";
import { epochOf, readClaimable, secondsPerEpoch } from "@peercommons/sdk";
import type { Income } from "@peercommons/sdk/schemas";
import { desc, eq, sql } from "ponder";
import { chain, deployment } from "../../../town.ts";

/** Weeks after which a share that was not claimed returns to the commons. */
const lifetime = 8;

/** Basic income of an account: received, never forecast. */
export async function incomeOf(accountId: number, now: number): Promise<Income> {
  const [[seat], epochs, history, total, accrued] = await Promise.all([
    db.select().from(incomeSeat).where(eq(incomeSeat.accountId, accountId)),
    db.select().from(epoch).orderBy(desc(epoch.epoch)).limit(26),
    db
      .select()
      .from(incomeClaim)
      .where(eq(incomeClaim.accountId, accountId))
      .orderBy(desc(incomeClaim.block))
      .limit(52),
    db
      .select({ sum: sql<string>`coalesce(sum(${incomeClaim.amount}), 0)::text` })
      .from(incomeClaim)
      .where(eq(incomeClaim.accountId, accountId)),
    readClaimable(chain, { deployment, accountId }).catch(() => ({ amount: 0n, expired: 0n })),
  ]);
  const last = epochs[0]?.epoch ?? 0;
  const lastClaim = history[0]?.at ?? 0;
  const oldest = epochs.find((row) => row.epoch === last - lifetime + 1);
  const expiring =
    oldest !== undefined && lastClaim < oldest.openedAt && accrued.amount >= oldest.share ? oldest.share : 0n;
  return {
    accountId,
    entered: seat?.entered ?? false,
    claimable: accrued.amount.toString(),
    expiring: expiring.toString(),
    nextEpochAt: (Math.max(epochOf(now), last) + 1) * secondsPerEpoch,
    epochs: epochs.map((row) => ({
      epoch: row.epoch,
      startsAt: row.epoch * secondsPerEpoch,
      share: row.share.toString(),
      seats: row.seats,
      openedAt: row.openedAt,
    })),
    history: history.map((row) => ({ at: row.at, amount: row.amount.toString(), tx: row.tx })),
    received: total[0]?.sum ?? "0",
    at: now,
  };
}
