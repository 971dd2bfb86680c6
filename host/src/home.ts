import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import envPaths from "env-paths";

/** Where a host keeps its things. `PEERCOMMONS_HOST_HOME` moves it. */
export type Home = { folder: string; config: string; keystore: string; models: string; journal: string };

export function hostHome(folder?: string): Home {
  const base = resolve(
    folder ?? process.env.PEERCOMMONS_HOST_HOME ?? envPaths("peercommons-host", { suffix: "" }).data,
  );
  try {
    mkdirSync(join(base, "models"), { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new HostError(
      `The host's folder ${base} can't be made (${code}).`,
      "Give another with --home or PEERCOMMONS_HOST_HOME.",
    );
  }
  return {
    folder: base,
    config: join(base, "host.toml"),
    keystore: join(base, "keystore.json"),
    models: join(base, "models"),
    journal: join(base, "journal.sqlite"),
  };
}

/** Something the owner of the machine can put right: what happened, and what to do. */
export class HostError extends Error {
  readonly remedy: string;

  constructor(what: string, remedy: string) {
    super(`${what} ${remedy}`);
    this.name = "HostError";
    this.remedy = remedy;
  }
}
