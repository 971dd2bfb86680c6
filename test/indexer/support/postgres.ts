// A real PostgreSQL server for one test file, in a folder of its own.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chownSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { findPostgres } from "../../../scripts/test/postgres.ts";
import { freePort, until } from "./chain.ts";

export type Postgres = Awaited<ReturnType<typeof startPostgres>>;

/** The server refuses to run as root; Debian's package brings an account for it. */
function serversAccount(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const of = (flag: string) =>
    Number(spawnSync("id", [flag, "postgres"]).stdout.toString().trim() || Number.NaN);
  const [uid, gid] = [of("-u"), of("-g")];
  if (Number.isNaN(uid) || Number.isNaN(gid))
    throw new Error(
      "PostgreSQL does not run as root, and there is no account postgres. Run the tests as somebody else.",
    );
  return { uid, gid };
}

/** Starts a server and waits until it answers. `url` names its database. */
export async function startPostgres() {
  const bin = findPostgres();
  const folder = await mkdtemp(join(tmpdir(), "peercommons-postgres-"));
  const as = serversAccount();
  if (as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, "data");
  const made = spawnSync(join(bin, "initdb"), ["-D", data, "-U", "town", "-A", "trust", "-E", "UTF8", "-N"], {
    cwd: folder,
    ...as,
  });
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr.toString()}`);
  const port = await freePort();
  const settings = [
    "-c",
    "fsync=off",
    "-c",
    "listen_addresses=127.0.0.1",
    "-c",
    `unix_socket_directories=${folder}`,
  ];
  const child: ChildProcess = spawn(join(bin, "postgres"), ["-D", data, "-p", String(port), ...settings], {
    cwd: folder,
    stdio: "ignore",
    ...as,
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const atExit = () => child.kill("SIGKILL");
  process.once("exit", atExit);
  const url = `postgres://town@127.0.0.1:${port}/postgres`;

  /** Asks the database directly, as somebody who looks after it would. */
  async function ask<T>(text: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return (await client.query(text)).rows as T[];
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  await until("PostgreSQL's start", () => ask("select 1").then(() => true as const), 60);
  const stop = async () => {
    // Ends its sessions, then itself.
    child.kill("SIGINT");
    await ended;
    process.off("exit", atExit);
    await rm(folder, { recursive: true, force: true });
  };
  return { url, ask, stop };
}
