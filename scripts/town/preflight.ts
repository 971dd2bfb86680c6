import { mkdir, readFile, rm, statfs, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname } from "node:path";
import type { TownConfig } from "./config.ts";
import { endLeftovers } from "./processes.ts";

const neededBytes = 500n * 1024n * 1024n;

/** Refuses a busy port, a nearly full disk and a second town in the same folder, each with a sentence. */
export async function preflight(config: TownConfig): Promise<void> {
  await mkdir(config.state, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `The state folder ${config.state} can't be made (${error.code}). Set PEERCOMMONS_STATE to one you may write to.`,
    );
  });
  const disk = await statfs(config.state, { bigint: true });
  const free = disk.bavail * disk.bsize;
  if (free < neededBytes)
    throw new Error(
      `Only ${free / 1_048_576n} MiB are free where ${config.state} lies; a town needs ${neededBytes / 1_048_576n}. Free some space, or set PEERCOMMONS_STATE to another disk.`,
    );
  await refuseSecondTown(config);
  await endLeftovers(config.state);
  const names = { chain: "CHAIN", indexer: "INDEXER", relayer: "RELAYER", web: "WEB" } as const;
  for (const [name, port] of Object.entries(config.ports) as [keyof typeof names, number][])
    if (!(await portIsFree(port)))
      throw new Error(
        `Port ${port}, where the ${name} would listen, is taken by another program. End that program, or set PEERCOMMONS_${names[name]}_PORT to a free port.`,
      );
}

async function refuseSecondTown(config: TownConfig): Promise<void> {
  const pid = await runningTown(config);
  if (pid !== undefined)
    throw new Error(
      `A town already runs from ${config.state} (process ${pid}). Use it at ${config.urls.web}, or end it with ctrl-c first.`,
    );
}

/** The process id of the town that runs from this state folder, if one does. */
export async function runningTown(config: TownConfig): Promise<number | undefined> {
  const pid = Number((await readFile(config.files.lock, "utf8").catch(() => "")).trim());
  if (!Number.isInteger(pid) || pid <= 1 || pid === process.pid) return undefined;
  try {
    process.kill(pid, 0);
  } catch {
    return undefined;
  }
  // after a reboot the number may belong to anything: ask the system where it can answer
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  return command === undefined || command.includes("scripts/") ? pid : undefined;
}

export async function takeLock(config: TownConfig): Promise<() => Promise<void>> {
  await mkdir(dirname(config.files.lock), { recursive: true });
  await writeFile(config.files.lock, `${process.pid}\n`);
  return () => rm(config.files.lock, { force: true });
}

export function portIsFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port nobody uses now. For tests, which run beside each other. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = server.address();
      if (address === null || typeof address === "string") return reject(new Error("no port"));
      server.close(() => resolve(address.port));
    });
  });
}
