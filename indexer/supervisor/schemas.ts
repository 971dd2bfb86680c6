import pg from "pg";

async function asked<T>(url: string, text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    return (await client.query(text, values)).rows as T[];
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`PostgreSQL cannot be used (${why}). Start it, or correct DATABASE_URL.`, { cause });
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Waits until PostgreSQL answers: it may be starting, or starting again.
 * @throws Error with a sentence when it does not in time
 */
export async function waitForPostgres(url: string, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  for (;;) {
    try {
      await asked(url, "select 1");
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** Removes the tables in PostgreSQL. What people keep lies in another schema, see `privateSchema`. */
export async function dropSchema(url: string, schema: string): Promise<void> {
  if (!/^town_[0-9a-f]{8}_[0-9a-f]{8}$/.test(schema)) throw new Error(`${schema} is not a schema of tables.`);
  await asked(url, `drop schema if exists "${schema}" cascade`);
}

/** Whether an indexer has made these tables, so that they can be served. */
export async function hasSchema(url: string, schema: string): Promise<boolean> {
  const text =
    "select 1 from information_schema.tables where table_schema = $1 and table_name = '_ponder_meta'";
  return (await asked(url, text, [schema])).length > 0;
}
