import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { DatabaseSync } from "node:sqlite";

/**
 * Opens a durable local database: every write is on disk when it returns, and a kill leaves the last whole write.
 * Loaded by name, because the loader that Ponder runs its files with does not know the module.
 */
export function openSqlite(file: string, tables: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  const sqlite = process.getBuiltinModule("node:sqlite");
  const database = new sqlite.DatabaseSync(file);
  database.exec("pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000");
  database.exec(tables);
  return database;
}
