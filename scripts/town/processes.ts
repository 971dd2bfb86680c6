import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where the process groups of a running town are noted, so that they can be ended after a kill -9. */
const groupsFile = (state: string) => join(state, "processes.json");

export type Service = { name: string; child: ChildProcess; log: string; exited: Promise<void> };

export type ServiceOptions = {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  logs: string;
};

/** Starts and ends the town's processes. Each is its own process group, so that ending one ends what it started. */
export class Supervisor {
  readonly services: Service[] = [];
  #stopping = false;
  readonly #onCrash: (name: string, sentence: string) => void;

  readonly #state: string;

  constructor(state: string, onCrash: (name: string, sentence: string) => void) {
    this.#state = state;
    this.#onCrash = onCrash;
  }

  start(options: ServiceOptions): Service {
    mkdirSync(options.logs, { recursive: true });
    const log = join(options.logs, `${options.name}.log`);
    const output = openSync(log, "a");
    const child = spawn(options.command, options.args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", output, output],
      detached: true,
    });
    closeSync(output);
    const exited = new Promise<void>((resolve) => {
      child.once("error", (error) => {
        this.#crashed(options.name, `The ${options.name} could not be started: ${error.message}.`);
        resolve();
      });
      child.once("exit", (code, signal) => {
        if (!this.#stopping)
          this.#crashed(
            options.name,
            `The ${options.name} ended by itself (${signal ?? `exit ${code}`}).\n${tail(log)}\nIts whole log: ${log}`,
          );
        resolve();
      });
    });
    const service = { name: options.name, child, log, exited };
    this.services.push(service);
    this.#note();
    return service;
  }

  #crashed(name: string, sentence: string): void {
    if (this.#stopping) return;
    this.#onCrash(name, sentence);
  }

  /** Ends all, last started first; what does not end within its time is killed. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const service of [...this.services].reverse()) await end(service);
    this.services.length = 0;
    this.#note();
  }

  #note(): void {
    const groups = this.services.flatMap(({ child }) => child.pid ?? []);
    writeFileSync(groupsFile(this.#state), `${JSON.stringify(groups)}\n`);
  }
}

/** Ends a service and all that it started: asks, waits until the whole group is gone, and kills only what stays. */
async function end(service: Service): Promise<void> {
  const { child } = service;
  if (child.pid === undefined) return;
  await endGroups([child.pid]);
  await service.exited;
}

/** A chain writes its state when it is asked to end, so nothing is killed before its time is over. */
async function endGroups(groups: number[], patience = 10_000): Promise<void> {
  for (const pid of groups) signal(pid, "SIGTERM");
  const end = Date.now() + patience;
  while (groups.some(alive) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const pid of groups) signal(pid, "SIGKILL");
}

/** Ends what a town that was itself killed left running. @returns how many groups there were */
export async function endLeftovers(state: string): Promise<number> {
  const ours = notedGroups(state);
  await endGroups(ours);
  rmSync(groupsFile(state), { force: true });
  return ours.length;
}

/** For who will not wait: kills what this town has running, at once. */
export function killNoted(state: string): void {
  for (const pid of notedGroups(state)) signal(pid, "SIGKILL");
}

/**
 * The noted groups whose processes still carry the town's state folder in their environment, so that nobody else's process with a
 * number used again is touched. Where the system does not tell (no /proc), there are none.
 */
function notedGroups(state: string): number[] {
  try {
    const groups: unknown[] = JSON.parse(readFileSync(groupsFile(state), "utf8"));
    return groups
      .filter((pid): pid is number => Number.isInteger(pid) && Number(pid) > 1)
      .filter((pid) => carries(pid, `PEERCOMMONS_STATE=${state}`));
  } catch {
    return [];
  }
}

function carries(pid: number, variable: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").split("\0").includes(variable);
  } catch {
    return false;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch {
    // the group is gone already
  }
}

export function tail(file: string, lines = 12): string {
  try {
    return readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .slice(-lines)
      .map((line) => `  | ${line}`)
      .join("\n");
  } catch {
    return "  | (no log)";
  }
}

/** Polls until `probe` returns true. @throws with the sentence when the time is over */
export async function until(
  what: string,
  probe: () => Promise<boolean>,
  seconds: number,
  aborted?: () => string | undefined,
): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (Date.now() < end) {
    const reason = aborted?.();
    if (reason !== undefined) throw new Error(reason);
    if (await probe().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error(
    `${what} did not answer within ${seconds} seconds. On a very busy machine, try again; otherwise read its log.`,
  );
}

export async function answers(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
  await response.body?.cancel();
  return response.ok;
}
