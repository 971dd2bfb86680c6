import { tablesSchema } from "./databaseSchemas.ts";
import { environment } from "./environment.ts";
import { type Run, root, runPonder } from "./supervisor/ponder.ts";
import { waitForPort } from "./supervisor/port.ts";
import { hasSchema, waitForPostgres } from "./supervisor/schemas.ts";
import { codeHash } from "./supervisor/stamp.ts";
import { deployment } from "./town.ts";

/** One more API on tables that an indexer elsewhere keeps. Any number may run; they write nothing but what people keep. */
const pause = 1_000;
let stopping = false;
let run: Run | undefined;

const say = (level: "info" | "warn" | "error", msg: string) =>
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), level, service: "indexer", msg })}\n`,
  );

async function serve(): Promise<void> {
  const { databaseUrl } = environment;
  if (databaseUrl === undefined) {
    throw new Error(
      "Tables can be served beside their indexer on PostgreSQL only. Name the database in DATABASE_URL, or run start.ts by itself.",
    );
  }
  await waitForPostgres(databaseUrl);
  const schema = tablesSchema(deployment.deploymentId, codeHash(root));
  while (!(await hasSchema(databaseUrl, schema))) {
    say("warn", `There are no tables ${schema} yet. Waiting for an indexer of the same code and deployment.`);
    await new Promise((resolve) => setTimeout(resolve, pause * 5));
  }
  while (!stopping) {
    await waitForPort(environment.indexerPort, environment.hostname);
    run = runPonder(environment, schema, "serve");
    const { code } = await run.ended;
    if (stopping) return;
    if (code === 1) throw new Error("Ponder cannot serve these tables; the lines above say why.");
    say("warn", `Ponder ended with status ${code}; starting it again.`);
    await new Promise((resolve) => setTimeout(resolve, pause));
    await waitForPostgres(databaseUrl);
  }
}

async function end(signal: NodeJS.Signals) {
  if (stopping) return;
  stopping = true;
  say("info", `Stopping on ${signal}.`);
  await run?.stop();
  process.exit(0);
}
process.on("SIGINT", () => void end("SIGINT"));
process.on("SIGTERM", () => void end("SIGTERM"));

try {
  await serve();
} catch (error) {
  if (!stopping) {
    say("error", error instanceof Error ? error.message : String(error));
    await run?.stop();
    process.exit(1);
  }
}
