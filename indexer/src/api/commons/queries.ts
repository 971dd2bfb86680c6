import { db } from "ponder:api";
import { balance, bot, commonsWeek, epoch, incomeClaim, split } from "ponder:schema";
import { potAddressOf, secondsPerEpoch } from "@peercommons/sdk";
import type { BotDetail, BotSummary, Commons, SplitLine } from "@peercommons/sdk/schemas";
import { desc, eq, inArray, sql } from "ponder";
import { Problem } from "../../../store/problem.ts";
import { commonsAddress } from "../../../town.ts";
import { accountRefs, skillRefs } from "../common/names.ts";
import { perBlock } from "../common/perBlock.ts";

type Flow = "demurrage" | "bots" | "expired" | "gifts";

/** Which of the four flows a kind of transfer to the commons is. */
function flowOf(kind: string): Flow {
  if (kind === "demurrage" || kind === "expired") return kind;
  return kind === "commonsShare" ? "bots" : "gifts";
}

const noFlows = (): Record<Flow, bigint> => ({ demurrage: 0n, bots: 0n, expired: 0n, gifts: 0n });
const texts = (flows: Record<Flow, bigint>): Record<Flow, string> => ({
  demurrage: flows.demurrage.toString(),
  bots: flows.bots.toString(),
  expired: flows.expired.toString(),
  gifts: flows.gifts.toString(),
});

/** What came in, what was shared out. */
export const commonsView = perBlock(async ({ at }): Promise<Commons> => {
  const [[held], weeks, epochs, [claims], totals] = await Promise.all([
    db.select().from(balance).where(eq(balance.address, commonsAddress)),
    db.select().from(commonsWeek),
    db.select().from(epoch).orderBy(desc(epoch.epoch)),
    db.select({ sum: sql<string>`coalesce(sum(${incomeClaim.amount}), 0)::text` }).from(incomeClaim),
    totalsByBot(),
  ]);
  const total = noFlows();
  const byWeek = new Map<number, Record<Flow, bigint>>();
  for (const row of weeks) {
    const flow = flowOf(row.kind);
    const week = byWeek.get(row.epoch) ?? noFlows();
    week[flow] += row.amount;
    total[flow] += row.amount;
    byWeek.set(row.epoch, week);
  }
  const shares = new Map(epochs.map((row) => [row.epoch, row.share * BigInt(row.seats)]));
  const numbers = [...new Set([...byWeek.keys(), ...shares.keys()])].sort((a, b) => b - a);
  const [refOf, skillOf] = await Promise.all([
    accountRefs(totals.map((row) => row.botId)),
    skillRefs(totals.map((row) => row.skillId)),
  ]);
  const pots = await potsOf([...new Set(totals.map((row) => row.skillId))]);
  return {
    address: commonsAddress,
    balance: (held?.balance ?? 0n).toString(),
    income: texts(total),
    weeks: numbers.slice(0, 104).map((number) => ({
      epoch: number,
      startsAt: number * secondsPerEpoch,
      ...texts(byWeek.get(number) ?? noFlows()),
      sharedOut: (shares.get(number) ?? 0n).toString(),
    })),
    epochs: epochs.slice(0, 104).map((row) => ({
      epoch: row.epoch,
      openedAt: row.openedAt,
      share: row.share.toString(),
      seats: row.seats,
      total: (row.share * BigInt(row.seats)).toString(),
    })),
    sharedOut: [...shares.values()].reduce((sum, share) => sum + share, 0n).toString(),
    claimed: claims?.sum ?? "0",
    bots: totals.map((row) => ({
      bot: refOf(row.botId),
      skill: skillOf(row.skillId),
      commons: row.commons,
      pot: row.pot,
    })),
    pots: pots.map(({ skillId, amount }) => ({ skill: skillOf(skillId), amount: amount.toString() })),
    at,
  };
});

/** What the skills' pots hold. Pots do not decay. */
async function potsOf(skillIds: readonly number[]): Promise<{ skillId: number; amount: bigint }[]> {
  if (skillIds.length === 0) return [];
  const addressed = skillIds.map((skillId) => ({
    skillId,
    address: potAddressOf(skillId).toLowerCase() as `0x${string}`,
  }));
  const rows = await db
    .select()
    .from(balance)
    .where(
      inArray(
        balance.address,
        addressed.map(({ address }) => address),
      ),
    );
  const held = new Map(rows.map((row) => [row.address, row.balance]));
  return addressed.map(({ skillId, address }) => ({ skillId, amount: held.get(address) ?? 0n }));
}

const sumOf = (column: typeof split.commons | typeof split.pot) =>
  sql<string>`coalesce(sum(${column}), 0)::text`;

const totalsByBot = () =>
  db
    .select({
      botId: split.botId,
      skillId: split.skillId,
      commons: sumOf(split.commons),
      pot: sumOf(split.pot),
    })
    .from(split)
    .groupBy(split.botId, split.skillId)
    .orderBy(split.botId);

type BotRow = typeof bot.$inferSelect;

export async function botSummaries(rows: readonly BotRow[]): Promise<BotSummary[]> {
  const [refOf, skillOf] = await Promise.all([
    accountRefs(rows.flatMap((row) => [row.botId, row.creatorId])),
    skillRefs(rows.map((row) => row.skillId)),
  ]);
  return rows.map((row) => ({
    bot: refOf(row.botId),
    name: row.name,
    skill: skillOf(row.skillId),
    creator: row.creatorId === 0 ? null : refOf(row.creatorId),
    operator: row.operator,
    payee: row.payee,
    modelHash: row.modelHash,
    computeBps: row.computeBps,
    commonsBps: row.commonsBps,
    potBps: row.potBps,
    delivered: row.delivered,
    accepted: row.accepted,
    rejected: row.rejected,
    lapsed: row.lapsed,
    declined: row.declined,
    earned: row.earned.toString(),
    registeredAt: row.registeredAt,
  }));
}

export const listBots = async (): Promise<BotSummary[]> =>
  botSummaries(await db.select().from(bot).orderBy(bot.botId));

/** @throws Problem BotsUnknown */
export async function botDetail(botId: number): Promise<BotDetail> {
  const [row] = await db.select().from(bot).where(eq(bot.botId, botId));
  if (row === undefined) throw new Problem(404, "BotsUnknown", `There is no bot ${botId}. See /v1/bots.`);
  const [[summary], splits, [held]] = await Promise.all([
    botSummaries([row]),
    db.select().from(split).where(eq(split.botId, botId)).orderBy(desc(split.block), desc(split.logIndex)),
    db.select().from(balance).where(eq(balance.address, row.payee)),
  ]);
  if (summary === undefined) throw new Problem(500, "Unexpected", "The bot could not be shown. Try again.");
  const sum = (part: (line: (typeof splits)[number]) => bigint) =>
    splits.reduce((total, line) => total + part(line), 0n).toString();
  return {
    ...summary,
    pending: (held?.balance ?? 0n).toString(),
    totals: {
      total: sum((line) => line.total),
      compute: sum((line) => line.compute),
      upstream: sum((line) => line.upstream),
      creator: sum((line) => line.creator),
      commons: sum((line) => line.commons),
      pot: sum((line) => line.pot),
    },
    splits: splits.slice(0, 200).map(
      (line): SplitLine => ({
        at: line.at,
        tx: line.tx,
        total: line.total.toString(),
        compute: line.compute.toString(),
        upstream: line.upstream.toString(),
        creator: line.creator.toString(),
        commons: line.commons.toString(),
        pot: line.pot.toString(),
      }),
    ),
  };
}
