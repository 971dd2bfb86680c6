import { db } from "ponder:api";
import { accountLimit, balance } from "ponder:schema";
import {
  basicFull,
  dayOf,
  LedgerFlags,
  nextRampDay,
  rampDays,
  rampPayers,
  readAvailable,
  readBalance,
  readLimit,
  readRamp,
} from "@peercommons/sdk";
import type { Credit } from "@peercommons/sdk/schemas";
import { eq, sql } from "ponder";
import type { Address } from "viem";
import { chain, deployment } from "../../../town.ts";
import { chainAway } from "../common/chainAway.ts";
import type { AccountRow } from "../common/names.ts";
import { rowsOf } from "../common/sql.ts";
import { seatOf, timeOfDay } from "../people/seat.ts";
import { warningsOf } from "./warnings.ts";

const day = 86_400;
/** A debt is overdue a year after it began. */
const overdueAfter = 365 * day;

/** What an account can spend now and why: tables for what was written, the chain for what time has changed since. */
export async function creditOf(row: AccountRow, now: number): Promise<Credit> {
  const owner = row.owner as Address;
  const about = { deployment, accountId: row.accountId };
  const [current, available, parts, ramp, [stored], [line], others] = await Promise.all([
    readBalance(chain, { deployment, address: owner }),
    readAvailable(chain, { deployment, address: owner }),
    readLimit(chain, about),
    readRamp(chain, about),
    db.select().from(balance).where(eq(balance.address, owner)),
    db.select().from(accountLimit).where(eq(accountLimit.address, owner)),
    spendable(),
  ]).catch(chainAway("the limit"));
  const written = stored?.balance ?? 0n;
  const limit = line?.limit ?? 0n;
  const frozen = ((line?.flags ?? 0) & LedgerFlags.FROZEN) !== 0;
  const negativeSince = stored?.negativeSince ?? null;
  const repayBy = negativeSince === null ? null : negativeSince + overdueAfter;
  const seat = seatOf(row, now);
  const next = seat.live ? nextRampDay({ rampSinceDay: ramp.rampSinceDay, today: dayOf(now) }) : null;
  const rest = others - (available < 0n ? 0n : available);
  return {
    accountId: row.accountId,
    balance: current.toString(),
    stored: written.toString(),
    demurrageDue: (written > current ? written - current : 0n).toString(),
    limit: limit.toString(),
    available: available.toString(),
    used: (current < 0n ? -current : 0n).toString(),
    parts: {
      basic: parts.basic.toString(),
      vouched: parts.vouched.toString(),
      growth: parts.growth.toString(),
      frozen: parts.frozen.toString(),
    },
    limitIfRefreshed: parts.limit.toString(),
    payers: ramp.payers,
    ramp: {
      startedAt: timeOfDay(ramp.rampSinceDay),
      fullAt: ramp.rampSinceDay === 0 ? null : (ramp.rampSinceDay + rampDays) * day,
      payersNeeded: rampPayers,
      maximum: basicFull.toString(),
    },
    nextRampDay: next === null ? null : next * day,
    negativeSince,
    repayBy,
    frozen,
    warnings: warningsOf({
      kind: row.kind,
      current,
      limit,
      refreshed: parts.limit,
      repayBy,
      frozen,
      seat,
      now,
    }),
    othersCanSpend: (rest > 0n ? rest : 0n).toString(),
    at: now,
  };
}

/** What all accounts together could pay: what they hold, and what they may still draw. */
async function spendable(): Promise<bigint> {
  const [row] = await rowsOf<{ total: string }>(sql`
    select coalesce(sum(greatest(coalesce(b.balance, 0) + coalesce(l.limit, 0), 0)), 0)::text as total
    from account a left join balance b on b.address = a.owner left join account_limit l on l.address = a.owner
    where a.kind <> 'Bot'`);
  return BigInt(row?.total ?? "0");
}
