import { readFileSync } from "node:fs";
import { parseDeployment } from "@peercommons/sdk";
import { tablesSchema } from "./databaseSchemas.ts";
import { environment } from "./environment.ts";
import { clientOf, deepBlock, holds, waitForDeployment } from "./supervisor/chain.ts";
import { type Ending, type Run, readyDatabase, root, runPonder } from "./supervisor/ponder.ts";
import { waitForPort } from "./supervisor/port.ts";
import { dropSchema, waitForPostgres } from "./supervisor/schemas.ts";
import { clearTables, codeHash, readStamp, writeStamp } from "./supervisor/stamp.ts";

/** Rebuilds and restarts in a row before it gives up; a quiet quarter of an hour forgets them. */
const patience = 4;
const quiet = 900_000;
const watchEvery = 3_000;
/** How long a chain that was started afresh may take to get its deployment, in milliseconds. */
const deploymentGrace = 45_000;

const rpc = environment.rpc[0] ?? "";
const client = clientOf(rpc);
const folder = environment.indexerState;
let stopping = false;
let run: Run | undefined;

const say = (level: "info" | "warn" | "error", msg: string) =>
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), level, service: "indexer", msg })}\n`,
  );

/** Makes sure that the tables belong to the chain and code of today, and starts Ponder on them. */
async function begin(grace: number) {
  const deployment = await presentDeployment(Date.now() + grace);
  const code = codeHash(root);
  const schema = tablesSchema(deployment.deploymentId, code);
  if (environment.databaseUrl !== undefined) await waitForPostgres(environment.databaseUrl);
  const stamp = readStamp(folder);
  const why = await staleBecause(stamp, deployment, code);
  if (why !== null) {
    say("warn", `The tables are made anew: ${why}.`);
    await clear(schema);
  }
  if (!readyDatabase(environment, schema)) {
    say("warn", "The tables are made anew: the database does not open.");
    await clear(schema);
  }
  const checkpoint = why === null ? (stamp?.checkpoint ?? null) : null;
  writeStamp(folder, {
    deploymentId: deployment.deploymentId,
    startBlockHash: deployment.startBlockHash,
    code,
    checkpoint,
  });
  await waitForPort(environment.indexerPort, environment.hostname);
  run = runPonder(environment, schema);
  return { deployment, code, schema, run };
}

/** Removes the tables, wherever they are. */
async function clear(schema: string): Promise<void> {
  clearTables(folder);
  if (environment.databaseUrl !== undefined) await dropSchema(environment.databaseUrl, schema);
}

/** The deployment that the chain holds. After a chain was started afresh its deployment may come some moments later. */
async function presentDeployment(until: number): Promise<ReturnType<typeof parseDeployment>> {
  for (;;) {
    try {
      const deployment = parseDeployment(readDeployment());
      await waitForDeployment(client, deployment, rpc, 60);
      return deployment;
    } catch (error) {
      if (Date.now() >= until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function staleBecause(
  stamp: ReturnType<typeof readStamp>,
  deployment: ReturnType<typeof parseDeployment>,
  code: string,
): Promise<string | null> {
  if (stamp === null) return null;
  if (stamp.deploymentId !== deployment.deploymentId) return "this is another deployment";
  if (stamp.code !== code) return "the indexer's code has changed";
  if (stamp.checkpoint !== null && !(await holds(client, stamp.checkpoint.block, stamp.checkpoint.hash))) {
    return `the chain no longer holds block ${stamp.checkpoint.block} as it was`;
  }
  return null;
}

function readDeployment(): string {
  try {
    return readFileSync(environment.deploymentFile, "utf8");
  } catch {
    throw new Error(
      `There is no deployment at ${environment.deploymentFile}. Deploy the contracts first, or name the file in PEERCOMMONS_DEPLOYMENT.`,
    );
  }
}

/** Resolves when the chain under the running indexer turns out to be another one. Keeps the stamp's checkpoint fresh. */
async function anotherChain(
  started: Awaited<ReturnType<typeof begin>>,
  ended: () => boolean,
): Promise<"chain"> {
  const { deployment, code } = started;
  while (!ended()) {
    await new Promise((resolve) => setTimeout(resolve, watchEvery));
    try {
      if (!(await holds(client, deployment.startBlock, deployment.startBlockHash))) return "chain";
      const checkpoint = await deepBlock(client);
      const { deploymentId, startBlockHash } = deployment;
      if (checkpoint !== null && !ended())
        writeStamp(folder, { deploymentId, startBlockHash, code, checkpoint });
    } catch {
      // The chain does not answer at the moment. Ponder waits for it as well.
    }
  }
  return new Promise(() => undefined);
}

async function supervise(): Promise<number> {
  let troubles: number[] = [];
  let grace = 0;
  for (;;) {
    const started = await begin(grace);
    grace = 0;
    let over = false;
    const ended = started.run.ended.then((ending) => {
      over = true;
      return ending;
    });
    const what: Ending | "chain" = await Promise.race([ended, anotherChain(started, () => over)]);
    if (stopping) return 0;
    troubles = [...troubles.filter((at) => Date.now() - at < quiet), Date.now()];
    if (what === "chain") {
      say(
        "warn",
        "The chain was started afresh under the indexer. Stopping, and starting with what is there now.",
      );
      await started.run.stop();
      await clear(started.schema);
      grace = deploymentGrace;
    } else if (what.broken) {
      say(
        "warn",
        "The tables disagree with what is being written, as after a kill during a write. They are made anew.",
      );
      await clear(started.schema);
    } else if (what.code === 1) {
      throw new Error(
        "Ponder cannot start with this configuration or code; the lines above say why. Correct that, then start it again.",
      );
    } else {
      say("warn", `Ponder ended with status ${what.code}; starting it again.`);
    }
    if (troubles.length > patience) {
      throw new Error(
        `The indexer failed ${troubles.length} times within a quarter of an hour; see the lines above. Mend the cause, then start it again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 500 * troubles.length));
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
  process.exitCode = await supervise();
} catch (error) {
  if (!stopping) {
    say("error", error instanceof Error ? error.message : String(error));
    await run?.stop();
    process.exit(1);
  }
}
