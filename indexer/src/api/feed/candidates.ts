import { db } from "ponder:api";
import { task } from "ponder:schema";
import { inArray, sql } from "ponder";
import { rowsOf, type SQL } from "../common/sql.ts";
import type { TaskRow } from "../tasks/summary.ts";

/** A member's own skills come as if their tasks had opened this much later, in seconds. Constant, so each list keeps its order. */
const home = 21_600;

/** How far ahead "soon" looks, in seconds, and how many it names. */
const soonWithin = 86_400;
const soonCount = 10;

export type Position = { key: number; taskId: bigint };
export type Candidate = { row: TaskRow; key: number; level: number };

export type FeedRequest = {
  memberId: number | null;
  skillId: number | null;
  now: number;
  passed: readonly string[];
  after: Position | null;
  limit: number;
};

const start: Position = { key: 2_147_483_647, taskId: (1n << 63n) - 1n };

/** Seconds after `people_at` at which a level may claim, as contracts/skill/README.md has it. */
const reachedBy = (level: SQL, now: number): SQL => sql`
  t.people_at <= ${now} and (t.everyone_at <= ${now} or (
    t.people_at + greatest(${level} - t.hi, 2 * (t.lo - ${level}), 0) * coalesce(nullif(t.tau, 0), 6) * 300 <= ${now}
    and not ((t.flags & 2) <> 0 and ${level} + 2 < t.lo)))`;

/**
 * The open tasks a member may claim, best first. Each of the member's skills is one walk along the index (skill, state, rank), and
 * all others together, where the member is at level 0, are one along (state, rank). Every walk stops at the page's length, so
 * the cost does not grow with the market.
 */
export async function feedCandidates(request: FeedRequest): Promise<Candidate[]> {
  const { now, limit } = request;
  const { key, taskId } = request.after ?? start;
  const member = request.memberId ?? 0;
  const level = sql.raw("m.level");
  const only = request.skillId === null ? sql`` : sql`and t.skill_id = ${request.skillId}`;
  const shown = sql`t.state = 'Open' and t.deadline_at > ${now} and t.poster_id <> ${member} ${only} ${notPassed(request.passed)}`;
  const eligible = request.memberId === null ? sql`true` : reachedBy(sql.raw("0"), now);
  const found = await rowsOf<{ task_id: string; key: number; level: number }>(sql`
    with mine as materialized (select skill_id, level from standing where member_id = ${member})
    select task_id, key, level from (
      select t.task_id, t.rank + ${home} as key, m.level from mine m cross join lateral (
        select t.task_id, t.rank from task t
        where t.skill_id = m.skill_id and ${shown} and (t.rank, t.task_id) < (${key - home}::int, ${taskId}::bigint)
          and ${reachedBy(level, now)}
        order by t.rank desc, t.task_id desc limit ${limit}) t
      union all
      (select t.task_id, t.rank as key, 0 as level from task t
        where ${shown} and (t.rank, t.task_id) < (${key}::int, ${taskId}::bigint)
          and t.skill_id not in (select skill_id from mine) and ${eligible}
        order by t.rank desc, t.task_id desc limit ${limit})
    ) both_ways order by key desc, task_id desc limit ${limit}`);
  return load(found);
}

/** Tasks that reach the member within a day, the next first. */
export async function soonCandidates(request: FeedRequest): Promise<Candidate[]> {
  const { now } = request;
  const member = request.memberId ?? 0;
  const only = request.skillId === null ? sql`` : sql`and t.skill_id = ${request.skillId}`;
  const level = sql.raw("coalesce(m.level, 0)");
  const found = await rowsOf<{ task_id: string; key: number; level: number }>(sql`
    select t.task_id, t.rank as key, ${level} as level
    from task t left join standing m on m.member_id = ${member} and m.skill_id = t.skill_id
    where t.state = 'Open' and t.deadline_at > ${now} and t.everyone_at > ${now} and t.people_at < ${now + soonWithin}
      and t.poster_id <> ${member} ${only} ${notPassed(request.passed)} and not (${reachedBy(level, now)})
    order by t.people_at + greatest(${level} - t.hi, 2 * (t.lo - ${level}), 0) * coalesce(nullif(t.tau, 0), 6) * 300, t.task_id
    limit ${soonCount}`);
  return load(found);
}

function notPassed(passed: readonly string[]): SQL {
  if (passed.length === 0) return sql``;
  return sql`and t.task_id <> all (${`{${passed.join(",")}}`}::bigint[])`;
}

async function load(found: { task_id: string; key: number; level: number }[]): Promise<Candidate[]> {
  if (found.length === 0) return [];
  const ids = found.map(({ task_id }) => BigInt(task_id));
  const rows = await db.select().from(task).where(inArray(task.taskId, ids));
  const byId = new Map(rows.map((row) => [row.taskId, row]));
  return found.flatMap(({ task_id, key, level }) => {
    const row = byId.get(BigInt(task_id));
    return row === undefined ? [] : [{ row, key: Number(key), level: Number(level) }];
  });
}
