/** Most passes and drafts kept for one account. */
export const mostPasses = 20_000;
export const mostDrafts = 50;
/** Most keys of a sealed task kept for one account, and for all. */
export const mostKeysFor = 4;
export const mostKeys = 64;

/** A content that holds a sealed task's key for an account. */
export type TaskKeyRow = { accountId: number; contentId: string; at: number };

/**
 * What belongs to people and not to the chain: passes, drafts, the secret that signs sessions, the words of task bodies for
 * searching, and which contents are keys of sealed tasks. It lies apart from the tables, so that making those anew does not touch it. Accounts are addresses, lower case.
 * Every function may throw Problem StorageFailed.
 */
export type PrivateStore = {
  /** The key of session tokens, made at first use; the same for every process on one database. */
  sessionSecret(): Promise<string>;
  /** False when as many are kept as may be. */
  addPass(account: string, taskId: string, at: number): Promise<boolean>;
  removePass(account: string, taskId: string): Promise<void>;
  /** Newest first. */
  passes(account: string, limit?: number): Promise<{ taskId: string; at: number }[]>;
  /** False when as many are kept as may be. */
  putDraft(account: string, key: string, value: string, at: number): Promise<boolean>;
  draft(account: string, key: string): Promise<{ key: string; value: string; changedAt: number } | null>;
  /** Newest first. */
  drafts(account: string): Promise<{ key: string; changedAt: number }[]>;
  removeDraft(account: string, key: string): Promise<void>;
  /** Remembers a body's words, for `findWords`. */
  putWords(contentId: string, text: string): Promise<void>;
  /** Content ids of bodies with all of the words in them. */
  findWords(text: string, limit: number): Promise<string[]>;
  /** Remembers that a content is the key of a sealed task for an account. False when there are too many already. */
  putTaskKey(key: TaskKeyRow & { taskId: string }): Promise<boolean>;
  /** Newest first. */
  taskKeys(taskId: string): Promise<TaskKeyRow[]>;
  close(): Promise<void>;
};

/** The pattern that finds the words in their order; `!` escapes. */
export const patternOf = (text: string): string =>
  `%${text.toLowerCase().replace(/[!%_]/g, "!$&").trim().replace(/\s+/g, "%")}%`;
