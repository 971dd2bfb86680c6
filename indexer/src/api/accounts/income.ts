import { db } from "ponder:api";
import { epoch, incomeClaim } from "ponder:schema";
import { epochOf, readClaimable, secondsPerEpoch } from "@peercommons/sdk";
import { basicIncomeAbi } from "@peercommons/sdk/abi";
import type { Income } from "@peercommons/sdk/schemas";
import { desc, eq, sql } from "ponder";
import { zeroAddress } from "viem";
import { chain, deployment } from "../../../town.ts";
import { chainAway } from "../common/chainAway.ts";
import { expiringOf } from "./expiring.ts";

/** Basic income of an account: received, never forecast. */
export async function incomeOf(accountId: number, now: number): Promise<Income> {
  const [epochs, history, total, owed] = await Promise.all([
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
    owedTo(accountId).catch(chainAway("your income")),
  ]);
  const nextEpoch = Math.max(epochOf(now), epochs[0]?.epoch ?? 0) + 1;
  return {
    accountId,
    entered: owed !== null,
    claimable: (owed?.amount ?? 0n).toString(),
    expiring: (owed === null ? 0n : expiringOf({ ...owed, epochs, nextEpoch })).toString(),
    nextEpochAt: nextEpoch * secondsPerEpoch,
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

/** What the chain owes a member now, and from which mark on; null for who takes no part. */
async function owedTo(accountId: number): Promise<{ amount: bigint; expired: bigint; mark: bigint } | null> {
  const [owner, mark] = await chain.readContract({
    address: deployment.contracts.BasicIncome,
    abi: basicIncomeAbi,
    functionName: "markOf",
    args: [accountId],
  });
  return owner === zeroAddress ? null : { ...(await readClaimable(chain, { deployment, accountId })), mark };
}
