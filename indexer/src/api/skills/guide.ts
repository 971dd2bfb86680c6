import { db } from "ponder:api";
import { bot, task } from "ponder:schema";
import { bandOf, effortClasses, priceOfUnit, unitPriceOf } from "@peercommons/sdk/matching";
import type { Guide } from "@peercommons/sdk/schemas";
import { and, count, eq, inArray, sql } from "ponder";
import { perHour } from "../../../rows/task.ts";
import { Problem } from "../../../store/problem.ts";
import { taughtOf } from "./queries.ts";

/** The bots' window of a task whose deadline is far enough ahead, in seconds. */
const botsWindow = 600;

/** What a price would reach: band, levels, people, and what similar work was paid. @throws Problem for a price no task can have */
export async function guideOf(skillId: number, price: bigint, effort: number): Promise<Guide> {
  const least = 100_000n;
  if (price < least) {
    throw new Problem(
      400,
      "TaskMarketPriceTooLow",
      "The least price is 0.1 PEER (100000). Offer that or more.",
    );
  }
  if (price >> 56n !== 0n) {
    throw new Problem(
      400,
      "TaskMarketPriceTooHigh",
      "The price is beyond what a task can hold (2^56 - 1). Offer less.",
    );
  }
  const taught = await taughtOf(skillId);
  const band = bandOf(unitPriceOf(price, effort), taught.octiles);
  const { lo, hi } = taught.ranges[band] ?? { lo: 0, hi: 15 };
  const people = (from: number, to: number) =>
    taught.histogram.slice(from, to + 1).reduce((sum, n) => sum + n, 0);
  const [similar, [bots]] = await Promise.all([
    similarTasks(skillId, effort),
    db.select({ n: count() }).from(bot).where(eq(bot.skillId, skillId)),
  ]);
  const hours = effortClasses[effort]?.hours ?? 1;
  return {
    skillId,
    price: price.toString(),
    pricePerHour: perHour(price, effort).toString(),
    effort,
    band,
    lo,
    hi,
    peopleMatching: people(lo, hi),
    peopleInSkill: people(0, 15),
    quantiles: taught.octiles.map((octile, i) => {
      const hour = priceOfUnit(octile);
      return {
        octile: i + 1,
        pricePerHour: hour.toString(),
        price: ((hour * BigInt(hours * 4)) / 4n).toString(),
      };
    }),
    similar,
    botsInSkill: bots?.n ?? 0,
    botsFirst: { windowSeconds: (bots?.n ?? 0) === 0 ? 0 : botsWindow },
  };
}

/** Prices that were paid for work of the same size. */
async function similarTasks(skillId: number, effort: number): Promise<Guide["similar"]> {
  const at = (part: number) =>
    sql<
      string | null
    >`(percentile_disc(${sql.raw(String(part))}) within group (order by ${task.paid}))::text`;
  const [row] = await db
    .select({ count: count(), median: at(0.5), p25: at(0.25), p75: at(0.75) })
    .from(task)
    .where(
      and(
        eq(task.skillId, skillId),
        inArray(task.outcome, ["Accepted", "AutoAccepted"]),
        eq(task.effort, effort),
      ),
    );
  return row ?? { count: 0, median: null, p25: null, p75: null };
}
