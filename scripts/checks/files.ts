// The files that checks look at: what git tracks or would track.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../root.ts";
import type { Source } from "./arrows.ts";

/** Paths of our own files that end as asked, without the generated ones. */
export function ourFiles(...endings: string[]): string[] {
  const git = spawnSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  if (git.status !== 0) throw new Error(`git could not list the files: ${git.stderr || git.error?.message}`);
  return git.stdout
    .split("\n")
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .filter((path) => !path.includes("/generated/") && existsSync(join(root, path)))
    .sort();
}

export function ourSources(...endings: string[]): Source[] {
  return ourFiles(...endings).map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}
