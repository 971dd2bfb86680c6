import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";

const schema = z.object({
  deploymentId: z.string(),
  startBlockHash: z.string(),
  code: z.string(),
  checkpoint: z.object({ block: z.number(), hash: z.string() }).nullable(),
});

/** What the tables in a folder were made from. Where it differs from the present, they are made anew. */
export type Stamp = z.infer<typeof schema>;

const fileOf = (folder: string) => join(folder, "stamp.json");

/** The stamp of a folder; null where there is none or it cannot be read. */
export function readStamp(folder: string): Stamp | null {
  try {
    return schema.parse(JSON.parse(readFileSync(fileOf(folder), "utf8")));
  } catch {
    return null;
  }
}

/** Writes the stamp in one step, so that a kill leaves the old or the new one. */
export function writeStamp(folder: string, stamp: Stamp): void {
  mkdirSync(folder, { recursive: true });
  const draft = `${fileOf(folder)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(stamp));
  renameSync(draft, fileOf(folder));
}

/** Removes the tables; what people keep in the private store lies elsewhere. */
export function clearTables(folder: string): void {
  rmSync(join(folder, "pglite"), { recursive: true, force: true });
  rmSync(fileOf(folder), { force: true });
}

/**
 * A hash of everything that decides what the tables hold: schema, handlers, and the sdk's decoding. Ponder's own build id
 * covers only the files it knows of.
 */
export function codeHash(root: string): string {
  const places = [
    "ponder.config.ts",
    "ponder.schema.ts",
    "town.ts",
    "schema",
    "rows",
    "src",
    "../contracts/sdk/src",
  ];
  const hash = createHash("sha256");
  for (const file of places.flatMap((place) => filesOf(join(root, place))).sort()) {
    const name = relative(root, file);
    if (/(^src\/api\/|\/(schemas|errors|actions|reads|content|sealing)\/|\.test\.ts$)/.test(name)) continue;
    hash.update(name).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

function filesOf(path: string): string[] {
  if (path.endsWith(".ts")) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesOf(join(path, entry.name));
    return entry.name.endsWith(".ts") ? [join(path, entry.name)] : [];
  });
}
