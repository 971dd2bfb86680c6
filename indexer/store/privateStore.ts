import { randomBytes } from "node:crypto";
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
`;

/** Most passes and drafts kept for one account. */
export const mostPasses = 20_000;
export const mostDrafts = 50;

/**
 * What belongs to people and not to the chain: passes, drafts, the secret that signs sessions, and the words of task bodies for
 * searching. It lies apart from the tables, so that making those anew does not touch it. Accounts are addresses, lower case.
 */
export function privateStore(file: string) {
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
  };

  return {
    /** The key of session tokens, made at first use. */
    sessionSecret(): string {
      statements.addSecret.run(randomBytes(32).toString("hex"));
      return (statements.secret.get() as { value: string }).value;
    },
    addPass(account: string, taskId: string, at: number): boolean {
      if ((statements.countPasses.get(account) as { n: number }).n >= mostPasses) return false;
      statements.addPass.run(account, taskId, at);
      return true;
    },
    removePass(account: string, taskId: string): void {
      statements.removePass.run(account, taskId);
    },
    passes(account: string, limit: number = mostPasses): { taskId: string; at: number }[] {
      return statements.passes.all(account, limit) as { taskId: string; at: number }[];
    },
    putDraft(account: string, key: string, value: string, at: number): boolean {
      const known = statements.draft.get(account, key) !== undefined;
      if (!known && statements.drafts.all(account).length >= mostDrafts) return false;
      statements.putDraft.run(account, key, value, at);
      return true;
    },
    draft(account: string, key: string): { key: string; value: string; changedAt: number } | null {
      return (
        (statements.draft.get(account, key) as
          | { key: string; value: string; changedAt: number }
          | undefined) ?? null
      );
    },
    drafts(account: string): { key: string; changedAt: number }[] {
      return statements.drafts.all(account) as { key: string; changedAt: number }[];
    },
    removeDraft(account: string, key: string): void {
      statements.removeDraft.run(account, key);
    },
    /** Remembers a body's words, for `findWords`. */
    putWords(contentId: string, text: string): void {
      statements.putWords.run(contentId.toLowerCase(), text.toLowerCase());
    },
    /** Content ids of bodies with all of the words in them. */
    findWords(text: string, limit: number): string[] {
      const pattern = `%${text.toLowerCase().replace(/[!%_]/g, "!$&").trim().replace(/\s+/g, "%")}%`;
      return (statements.findWords.all(pattern, limit) as { contentId: string }[]).map(
        (row) => row.contentId,
      );
    },
    close(): void {
      database.close();
    },
  };
}
