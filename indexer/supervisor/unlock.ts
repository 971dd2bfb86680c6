import { PGlite } from "@electric-sql/pglite";

/**
 * Opens the embedded database, which also shows that a kill has not broken it, and takes away the lock of an indexer that no
 * longer runs: only one process ever uses the folder, and without this the next one waits half a minute.
 */
const [folder, schema] = process.argv.slice(2);
if (!folder || !schema || !/^[a-z0-9_]+$/.test(schema)) throw new Error("unlock needs a folder and a schema");
const database = new PGlite(folder);
const { rows } = await database.query(
  "select 1 from information_schema.tables where table_schema = $1 and table_name = $2",
  [schema, "_ponder_meta"],
);
if (rows.length > 0) {
  await database.query(
    `update "${schema}"."_ponder_meta" set value = jsonb_set(value, '{is_locked}', to_jsonb(0))`,
  );
}
await database.close();
