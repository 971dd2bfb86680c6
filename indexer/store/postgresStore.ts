import { randomBytes } from "node:crypto";
import pg from "pg";
import {
  mostDrafts,
  mostKeys,
  mostKeysFor,
  mostPasses,
  type PrivateStore,
  patternOf,
} from "./privateStore.ts";
import { Problem } from "./problem.ts";

/** One process may serve many people; their private things are few and small. */
const connections = 4;

const tablesIn = (schema: string) => `
  select pg_advisory_xact_lock(hashtext('${schema}'));
  create schema if not exists "${schema}";
  create table if not exists "${schema}".pass (
    account text not null, task_id text not null, at integer not null, primary key (account, task_id)
  );
  create table if not exists "${schema}".draft (
    account text not null, key text not null, value text not null, changed_at integer not null, primary key (account, key)
  );
  create table if not exists "${schema}".secret (name text primary key, value text not null);
  create table if not exists "${schema}".words (content_id text primary key, text text not null);
  create table if not exists "${schema}".task_key (
    task_id text not null, account_id bigint not null, content_id text not null, at integer not null, primary key (task_id, content_id)
  );
`;

/**
 * In a schema of its own in PostgreSQL, where every process on that database finds it. The open API does not reach it: `/sql` refuses
 * names of schemas, and its search path holds the tables alone.
 * @param schema lower case letters, digits and underscores
 */
export function postgresStore(url: string, schema: string): PrivateStore {
  if (!/^[a-z0-9_]+$/.test(schema)) throw new Error(`${schema} is no name for a schema.`);
  const pool = new pg.Pool({ connectionString: url, max: connections });
  // Named whole in every query, because a pooler in between may not keep a search path.
  const [pass, draft, secret, words, taskKey] = ["pass", "draft", "secret", "words", "task_key"].map(
    (table) => `"${schema}".${table}`,
  );
  // A connection that breaks while nobody uses it is replaced at the next query.
  pool.on("error", () => undefined);
  let made: Promise<unknown> | undefined;

  async function rows<T>(text: string, values: readonly unknown[]): Promise<T[]> {
    try {
      // One simple query is one transaction, so processes that start together make the tables one after the other.
      made ??= pool.query(tablesIn(schema));
      await made;
      return (await pool.query(text, [...values])).rows as T[];
    } catch (error) {
      made = undefined;
      throw new Problem(
        503,
        "StorageFailed",
        "The database of private things does not answer now. Nothing was changed; try again in a moment.",
        { retryAfter: 2, cause: error },
      );
    }
  }

  return {
    async sessionSecret() {
      const fresh = randomBytes(32).toString("hex");
      await rows(`insert into ${secret} values ('session', $1) on conflict do nothing`, [fresh]);
      const [row] = await rows<{ value: string }>(`select value from ${secret} where name = 'session'`, []);
      return row?.value ?? fresh;
    },
    async addPass(account, taskId, at) {
      const added = await rows(
        `insert into ${pass} as kept select $1, $2, $3::integer where (select count(*) from ${pass} where account = $1) < ${mostPasses}
         on conflict (account, task_id) do update set at = kept.at returning 1`,
        [account, taskId, at],
      );
      return added.length > 0;
    },
    async removePass(account, taskId) {
      await rows(`delete from ${pass} where account = $1 and task_id = $2`, [account, taskId]);
    },
    passes: (account, limit = mostPasses) =>
      rows(
        `select task_id as "taskId", at from ${pass} where account = $1 order by at desc, task_id desc limit $2`,
        [account, limit],
      ),
    async putDraft(account, key, value, at) {
      const put = await rows(
        `insert into ${draft} select $1, $2, $3, $4::integer where (select count(*) from ${draft} where account = $1 and key <> $2) < ${mostDrafts}
         on conflict (account, key) do update set value = excluded.value, changed_at = excluded.changed_at returning 1`,
        [account, key, value, at],
      );
      return put.length > 0;
    },
    async draft(account, key) {
      const [row] = await rows<{ key: string; value: string; changedAt: number }>(
        `select key, value, changed_at as "changedAt" from ${draft} where account = $1 and key = $2`,
        [account, key],
      );
      return row ?? null;
    },
    drafts: (account) =>
      rows(
        `select key, changed_at as "changedAt" from ${draft} where account = $1 order by changed_at desc`,
        [account],
      ),
    async removeDraft(account, key) {
      await rows(`delete from ${draft} where account = $1 and key = $2`, [account, key]);
    },
    async putWords(contentId, text) {
      const values = [contentId.toLowerCase(), text.toLowerCase()];
      await rows(`insert into ${words} values ($1, $2) on conflict do nothing`, values);
    },
    async findWords(text, limit) {
      const found = await rows<{ id: string }>(
        `select content_id as id from ${words} where text like $1 escape '!' limit $2`,
        [patternOf(text), limit],
      );
      return found.map((row) => row.id);
    },
    async putTaskKey({ taskId, accountId, contentId, at }) {
      const put = await rows(
        `insert into ${taskKey} as kept select $1, $2::bigint, $3, $4::integer
         where exists (select 1 from ${taskKey} where task_id = $1 and content_id = $3)
         or ((select count(*) from ${taskKey} where task_id = $1 and account_id = $2::bigint) < ${mostKeysFor}
         and (select count(*) from ${taskKey} where task_id = $1) < ${mostKeys})
         on conflict (task_id, content_id) do update set at = kept.at returning 1`,
        [taskId, accountId, contentId, at],
      );
      return put.length > 0;
    },
    // A bigint comes back as text; ids of accounts have 32 bits.
    taskKeys: (taskId) =>
      rows(
        `select account_id::float8 as "accountId", content_id as "contentId", at from ${taskKey}
         where task_id = $1 order by at desc, content_id`,
        [taskId],
      ),
    close: () => pool.end(),
  };
}
