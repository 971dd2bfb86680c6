// PostgreSQL's own programs for the indexer's tests: Debian's, or the folder PEERCOMMONS_POSTGRES names.
import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { aptInstall } from "./apt.ts";

const PLACES = [
  "/usr/lib/postgresql/*/bin",
  "/opt/homebrew/opt/postgresql*/bin",
  "/usr/local/opt/postgresql*/bin",
  "/usr/pgsql-*/bin",
];

const hasServer = (folder: string) =>
  existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"));

function found(): string | undefined {
  const folders = [
    ...PLACES.flatMap((place) => globSync(place)),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.filter(hasServer).at(0);
}

/** The folder of `initdb` and `postgres`; installs Debian's as root where there is none. Throws a sentence when there is no way. */
export function findPostgres(): string {
  const named = process.env.PEERCOMMONS_POSTGRES;
  if (named !== undefined) {
    if (hasServer(named)) return named;
    throw new Error(
      `PEERCOMMONS_POSTGRES names ${named}, and initdb and postgres are not in it. Correct it, or unset it to use the system's.`,
    );
  }
  const what = "No PostgreSQL found: installing Debian's with apt-get (about 60 MB)";
  const folder = found() ?? (aptInstall(what, "postgresql") ? found() : undefined);
  if (folder !== undefined) return folder;
  throw new Error(
    "The indexer is tried on a real PostgreSQL server, and none was found. " +
      "Install one (`sudo apt-get install postgresql`), or name its programs: PEERCOMMONS_POSTGRES=/path/to/bin npm test",
  );
}
