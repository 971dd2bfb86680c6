// The indexer and the relayer as processes, as a town runs them.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deployment } from "@peercommons/sdk";
import { type Chain, freePort, root, until } from "./chain.ts";

export async function stateFolder() {
  const path = await mkdtemp(join(tmpdir(), "peercommons-indexer-"));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }) };
}

export const writeDeployment = (state: string, deployment: Deployment) =>
  writeFileSync(join(state, "deployment.json"), JSON.stringify(deployment));

type Options = { chain: Chain; state: string; port?: number; env?: Record<string, string> };

function start(script: string, portName: string, port: number, { chain, state, env }: Options) {
  const child: ChildProcess = spawn(process.execPath, [join(root, script)], {
    cwd: join(root, "indexer"),
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: "",
      PEERCOMMONS_STATE: state,
      PEERCOMMONS_DEPLOYMENT: join(state, "deployment.json"),
      PEERCOMMONS_CONTENT_DIR: join(state, "content"),
      PEERCOMMONS_RPC: chain.url,
      PEERCOMMONS_WS: chain.ws,
      [portName]: String(port),
      ...env,
    },
  });
  let log = "";
  child.stdout?.on("data", (chunk) => (log += chunk));
  child.stderr?.on("data", (chunk) => (log += chunk));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    await exited;
  };
  return { child, port, url: `http://127.0.0.1:${port}`, stop, exited, log: () => log };
}

/** Starts a service without waiting for anything, to see it fail. */
export const startService = (script: string, options: Options) =>
  start(script, "PEERCOMMONS_UNUSED_PORT", 0, options);

/** Starts the indexer and waits until it has read the chain's head. */
export async function startIndexer(options: Options) {
  const port = options.port ?? (await freePort());
  const service = start("indexer/start.ts", "PEERCOMMONS_INDEXER_PORT", port, options);
  await until("the indexer's start", () => caughtUp(service.url, options.chain), 200).catch((error) => {
    service.child.kill("SIGKILL");
    throw new Error(`${error.message}\n${service.log().slice(-4_000)}`);
  });
  return service;
}

/** Starts one more API on the tables of another process's indexer, and waits until it has its rows. */
export async function startReplica(options: Options) {
  const service = start("indexer/serve.ts", "PEERCOMMONS_INDEXER_PORT", await freePort(), options);
  await until("the replica's start", () => caughtUp(service.url, options.chain), 100).catch((error) => {
    service.child.kill("SIGKILL");
    throw new Error(`${error.message}\n${service.log().slice(-4_000)}`);
  });
  return service;
}

/** Starts the relayer and waits for its health. */
export async function startRelayer(options: Options) {
  const port = options.port ?? (await freePort());
  const service = start("indexer/relayer/start.ts", "PEERCOMMONS_RELAYER_PORT", port, options);
  await until("the relayer's start", async () =>
    (await fetch(`${service.url}/ready`)).ok ? true : null,
  ).catch((error) => {
    service.child.kill("SIGKILL");
    throw new Error(`${error.message}\n${service.log().slice(-4_000)}`);
  });
  return service;
}

/** What runs here: from /proc, where there is one, for not every container has ps. */
function commandLines(): string[] {
  if (!existsSync("/proc/self/cmdline"))
    return spawnSync("ps", ["-eo", "args"]).stdout.toString().split("\n");
  return readdirSync("/proc").flatMap((name) => {
    try {
      return /^\d+$/.test(name) ? [readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ")] : [];
    } catch {
      return []; // ended meanwhile
    }
  });
}

/** True when no process of Ponder's that served this port is left. */
export function ponderIsGone({ port }: { port: number }): true | null {
  return commandLines().some((line) => line.includes(`--port ${port} `)) ? null : true;
}

/** True when the indexer has read all blocks. */
export async function caughtUp(url: string, chain: Chain): Promise<true | null> {
  const head = await chain.test.getBlockNumber({ cacheTime: 0 });
  const response = await fetch(`${url}/v1/deployment`);
  if (!response.ok) return null;
  const status = (await response.json()) as { indexedBlock: number };
  return status.indexedBlock >= Number(head) ? true : null;
}
