import { db } from "ponder:api";
import { bot, skill, skillWord, split, standing } from "ponder:schema";
import { decodeHistogram, decodeSkillWord, type SkillWord } from "@peercommons/sdk";
import { priceOfUnit, rangesOf, startOctiles } from "@peercommons/sdk/matching";
import type { SkillDetail, SkillSummary } from "@peercommons/sdk/schemas";
import { desc, eq, sql } from "ponder";
import { documents } from "../../../store/index.ts";
import { Problem } from "../../../store/problem.ts";
import { accountRefs } from "../common/names.ts";
import { perBlock } from "../common/perBlock.ts";
import { rowsOf } from "../common/sql.ts";

type SkillRow = typeof skill.$inferSelect;

/** What prices and outcomes taught a skill; a new one starts with the same octiles and everyone matched. */
export async function taughtOf(skillId: number): Promise<SkillWord & { histogram: number[] }> {
  const [row] = await db.select().from(skillWord).where(eq(skillWord.skillId, skillId));
  const histogram = decodeHistogram(row?.histogram ?? 0n);
  if (row !== undefined && row.word !== 0n) return { ...decodeSkillWord(row.word), histogram };
  return { octiles: [...startOctiles], count: 0, ranges: rangesOf(histogram), tau: 0, histogram };
}

type Counts = { open: number; done: number; bots: number; botCount: number; members: number };
const none: Counts = { open: 0, done: 0, bots: 0, botCount: 0, members: 0 };

const countsBySkill = perBlock(async () => {
  const counts = new Map<number, Counts>();
  const rows = await rowsOf<{ skill_id: number; what: keyof Counts; n: number }>(sql`
    select skill_id, 'open' as what, count(*)::int as n from task where state = 'Open' group by skill_id
    union all select skill_id, 'done', count(*)::int from task where outcome in ('Accepted', 'AutoAccepted') group by skill_id
    union all select skill_id, 'bots', count(*)::int from task where outcome in ('Accepted', 'AutoAccepted') and by_bot group by skill_id
    union all select skill_id, 'botCount', count(*)::int from bot group by skill_id
    union all select skill_id, 'members', count(*)::int from standing where done + late > 0 group by skill_id`);
  for (const { skill_id, what, n } of rows)
    counts.set(skill_id, { ...(counts.get(skill_id) ?? none), [what]: Number(n) });
  return counts;
});

/** All skills, parents before their children. */
export async function listSkills(): Promise<SkillSummary[]> {
  const rows = await db.select().from(skill).orderBy(skill.skillId);
  const words = await db.select().from(skillWord);
  const octiles = new Map(
    words.map((row) => [row.skillId, row.word === 0n ? null : decodeSkillWord(row.word).octiles]),
  );
  const [counts, refOf] = await Promise.all([countsBySkill(), accountRefs(rows.map((row) => row.creatorId))]);
  const depths = depthsOf(rows);
  return rows.map((row) => {
    const own = counts.get(row.skillId) ?? none;
    const median = octiles.get(row.skillId)?.[3];
    return {
      skillId: row.skillId,
      parentId: row.parentId,
      depth: depths.get(row.skillId) ?? 1,
      name: row.name,
      symbol: row.symbol,
      face: row.face,
      contentId: row.contentId,
      createdAt: row.createdAt,
      creator: row.creatorId === 0 ? null : refOf(row.creatorId),
      members: own.members,
      openTasks: own.open,
      doneTasks: own.done,
      doneByBots: own.bots,
      botCount: own.botCount,
      medianPricePerHour: median === undefined ? null : priceOfUnit(median).toString(),
    };
  });
}

/** A skill's depth: 1 right below PEER. Parents have lower ids than their children. */
function depthsOf(rows: readonly SkillRow[]): Map<number, number> {
  const depths = new Map<number, number>([[0, 0]]);
  for (const row of rows) depths.set(row.skillId, (depths.get(row.parentId) ?? 0) + 1);
  return depths;
}

/** @throws Problem SkillsUnknown */
export async function skillDetail(skillId: number): Promise<SkillDetail> {
  const all = await listSkills();
  const summary = all.find((row) => row.skillId === skillId);
  if (summary === undefined)
    throw new Problem(
      404,
      "SkillsUnknown",
      `There is no skill ${skillId}. It may not be indexed yet; see /v1/skills.`,
    );
  const [taught, bots, best, [pot], about] = await Promise.all([
    taughtOf(skillId),
    db.select({ botId: bot.botId }).from(bot).where(eq(bot.skillId, skillId)).orderBy(bot.botId),
    db
      .select()
      .from(standing)
      .where(eq(standing.skillId, skillId))
      .orderBy(desc(standing.level), desc(standing.points))
      .limit(20),
    db
      .select({ sum: sql<string>`coalesce(sum(${split.pot}), 0)::text` })
      .from(split)
      .where(eq(split.skillId, skillId)),
    summary.contentId === null ? null : documents.note(summary.contentId as `0x${string}`),
  ]);
  const refOf = await accountRefs([...bots.map((row) => row.botId), ...best.map((row) => row.memberId)]);
  const refs = ({ skillId: id, name, symbol }: SkillSummary) => ({ skillId: id, name, symbol });
  return {
    ...summary,
    about: about?.state === "public" ? about.value.text : null,
    path: pathTo(summary, all).map(refs),
    children: all.filter((row) => row.parentId === skillId).map(refs),
    histogram: taught.histogram,
    octiles: taught.octiles.map((octile) => priceOfUnit(octile).toString()),
    ranges: taught.ranges.map(({ lo, hi }, band) => ({ band, lo, hi })),
    accepts: taught.count,
    stepSeconds: (taught.tau || 6) * 300,
    botsShare: summary.doneTasks === 0 ? 0 : summary.doneByBots / summary.doneTasks,
    pot: pot?.sum ?? "0",
    bots: bots.map((row) => refOf(row.botId)),
    people: best.map((row) => ({
      account: refOf(row.memberId),
      level: row.level,
      badge: row.badge,
      done: row.done,
    })),
  };
}

function pathTo(skillOf: SkillSummary, all: readonly SkillSummary[]): SkillSummary[] {
  const path = [skillOf];
  for (let parent = skillOf.parentId; parent !== 0 && path.length < 8; ) {
    const found = all.find((row) => row.skillId === parent);
    if (found === undefined) break;
    path.unshift(found);
    parent = found.parentId;
  }
  return path;
}
