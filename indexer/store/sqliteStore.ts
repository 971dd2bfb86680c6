import { randomBytes } from "node:crypto";
import {
  mostDrafts,
  mostKeys,
  mostKeysFor,
  mostPasses,
  type PrivateStore,
  patternOf,
  type TaskKeyRow,
} from "./privateStore.ts";
import { openSqlite } from "./sqlite.ts";

const tables = `
  create table if not exists pass (
    account text not null, task_id text not null, at integer not null, primary key (account, task_id)
  ) without rowid;
  create table if not exists draft (
    account text not null, key text not null, value text not null, changed_at integer not null, primary key (account, key)
  ) without rowid;
  create table if not exists secret (name text primary key, value text not null) without rowid;
  create table if not exists words (content_id text primary key, text text not null) without rowid;
  create table if not exists task_key (
    task_id text not null, account_id integer not null, content_id text not null, at integer not null,
    primary key (task_id, content_id)
  ) without rowid;
`;

/** In one file beside the embedded database: no second engine in memory, durable at every write. */
export function sqliteStore(file: string): PrivateStore {
  const database = openSqlite(file, tables);
  const statements = {
    secret: database.prepare("select value from secret where name = 'session'"),
    addSecret: database.prepare(
      "insert into secret (name, value) values ('session', ?) on conflict do nothing",
    ),
    addPass: database.prepare(
      "insert into pass (account, task_id, at) values (?, ?, ?) on conflict do nothing",
    ),
    removePass: database.prepare("delete from pass where account = ? and task_id = ?"),
    passes: database.prepare(
      "select task_id as taskId, at from pass where account = ? order by at desc, task_id desc limit ?",
    ),
    countPasses: database.prepare("select count(*) as n from pass where account = ?"),
    putDraft: database.prepare(
      "insert into draft (account, key, value, changed_at) values (?, ?, ?, ?) " +
        "on conflict do update set value = excluded.value, changed_at = excluded.changed_at",
    ),
    draft: database.prepare(
      "select key, value, changed_at as changedAt from draft where account = ? and key = ?",
    ),
    drafts: database.prepare(
      "select key, changed_at as changedAt from draft where account = ? order by changed_at desc",
    ),
    removeDraft: database.prepare("delete from draft where account = ? and key = ?"),
    putWords: database.prepare("insert into words (content_id, text) values (?, ?) on conflict do nothing"),
    findWords: database.prepare(
      "select content_id as contentId from words where text like ? escape '!' limit ?",
    ),
    putTaskKey: database.prepare(
      "insert into task_key (task_id, account_id, content_id, at) values (?, ?, ?, ?) on conflict do nothing",
    ),
    taskKeys: database.prepare(
      "select account_id as accountId, content_id as contentId, at from task_key where task_id = ? " +
        "order by at desc, content_id",
    ),
  };

  return {
    async sessionSecret() {
      statements.addSecret.run(randomBytes(32).toString("hex"));
      return (statements.secret.get() as { value: string }).value;
    },
    async addPass(account, taskId, at) {
      if ((statements.countPasses.get(account) as { n: number }).n >= mostPasses) return false;
      statements.addPass.run(account, taskId, at);
      return true;
    },
    async removePass(account, taskId) {
      statements.removePass.run(account, taskId);
    },
    async passes(account, limit = mostPasses) {
      return statements.passes.all(account, limit) as { taskId: string; at: number }[];
    },
    async putDraft(account, key, value, at) {
      const known = statements.draft.get(account, key) !== undefined;
      if (!known && statements.drafts.all(account).length >= mostDrafts) return false;
      statements.putDraft.run(account, key, value, at);
      return true;
    },
    async draft(account, key) {
      return (
        (statements.draft.get(account, key) as
          | { key: string; value: string; changedAt: number }
          | undefined) ?? null
      );
    },
    async drafts(account) {
      return statements.drafts.all(account) as { key: string; changedAt: number }[];
    },
    async removeDraft(account, key) {
      statements.removeDraft.run(account, key);
    },
    async putWords(contentId, text) {
      statements.putWords.run(contentId.toLowerCase(), text.toLowerCase());
    },
    async findWords(text, limit) {
      const pattern = patternOf(text);
      return (statements.findWords.all(pattern, limit) as { contentId: string }[]).map(
        (row) => row.contentId,
      );
    },
    async putTaskKey({ taskId, accountId, contentId, at }) {
      const known = statements.taskKeys.all(taskId) as TaskKeyRow[];
      if (known.some((key) => key.contentId === contentId)) return true;
      const forThem = known.filter((key) => key.accountId === accountId);
      if (forThem.length >= mostKeysFor || known.length >= mostKeys) return false;
      statements.putTaskKey.run(taskId, accountId, contentId, at);
      return true;
    },
    async taskKeys(taskId) {
      return statements.taskKeys.all(taskId) as TaskKeyRow[];
    },
    async close() {
      database.close();
    },
  };
}
