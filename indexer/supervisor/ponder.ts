import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Environment } from "../environment.ts";

export const root = join(import.meta.dirname, "..");

/** How a run of Ponder ended. */
export type Ending = { code: number | null; broken: boolean };

/** A run of Ponder; `stop` ends it kindly, then by force. */
export type Run = { ended: Promise<Ending>; stop: () => Promise<void> };

/** Signs that the tables and what is being written disagree: known after a kill during a write to the embedded database. */
const brokenSigns = [
  "duplicate key value violates unique constraint",
  "UniqueConstraintError",
  "was previously used by a different Ponder app",
  "already exists",
  "RuntimeError: unreachable",
  "Aborted()",
  "unrecoverable reorg",
];

/** Makes the embedded database ready to open. False when it cannot be opened and has to be made anew. */
export function readyDatabase(environment: Environment, schema: string): boolean {
  const folder = join(environment.indexerState, "pglite");
  if (environment.databaseUrl !== undefined || !existsSync(folder)) return true;
  const result = spawnSync(process.execPath, [join(root, "supervisor/unlock.ts"), folder, schema], {
    timeout: 60_000,
  });
  return result.status === 0;
}

/** Starts Ponder's indexer and API, or the API alone. Its output goes to ours. */
export function runPonder(
  environment: Environment,
  schema: string,
  command: "start" | "serve" = "start",
): Run {
  const args = [
    "--disable-warning=ExperimentalWarning",
    ...["--import", join(root, "supervisor/orphan.ts")],
    fileURLToPath(new URL("bin/ponder.js", import.meta.resolve("ponder"))),
    command,
    ...["--root", root, "--schema", schema],
    ...["--hostname", environment.hostname, "--port", String(environment.indexerPort)],
    ...["--log-format", process.env.PEERCOMMONS_LOG_FORMAT ?? "json"],
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: environmentOf(environment),
  });
  let broken = false;
  const watch = (chunk: Buffer, to: NodeJS.WriteStream) => {
    const text = chunk.toString();
    if (brokenSigns.some((sign) => text.includes(sign))) broken = true;
    to.write(chunk);
  };
  child.stdout?.on("data", (chunk) => watch(chunk, process.stdout));
  child.stderr?.on("data", (chunk) => watch(chunk, process.stderr));
  const ended = new Promise<Ending>((resolve) => child.once("close", (code) => resolve({ code, broken })));
  return { ended, stop: () => stop(child, ended) };
}

/** Ponder reads PORT, which is another service's. Compiled code is kept, which makes the next start a good deal quicker. */
function environmentOf({ indexerState }: Environment): NodeJS.ProcessEnv {
  const { PORT: _, ...env } = process.env;
  return { NODE_COMPILE_CACHE: join(indexerState, "compiled"), PONDER_LOG_LEVEL: "info", ...env };
}

async function stop(child: ChildProcess, ended: Promise<Ending>): Promise<void> {
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), 7_000);
  await ended;
  clearTimeout(force);
}
