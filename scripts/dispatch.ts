// Commands that are a folder of scripts: `npm run lab -- NAME`, `npm run bench -- NAME`.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";

/** Scripts of a folder by name, each with the first line of comment it begins with. */
export function scriptsIn(folder: string): Map<string, string> {
  const names = readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".ts") && file !== "index.ts" && !file.endsWith(".test.ts"))
    .sort();
  return new Map(
    names.map((file) => {
      const first = readFileSync(join(root, folder, file), "utf8").split("\n")[0] ?? "";
      return [file.slice(0, -3), first.startsWith("//") ? first.slice(2).trim() : ""];
    }),
  );
}

export function usage(command: string, scripts: ReadonlyMap<string, string>): string {
  const width = Math.max(0, ...[...scripts.keys()].map((name) => name.length));
  const rows = [...scripts].map(([name, about]) => `  ${name.padEnd(width)}  ${about}`.trimEnd());
  return rows.length > 0
    ? `npm run ${command} -- NAME, where NAME is one of\n${rows.join("\n")}`
    : `There is nothing to run in \`${command}\` yet.`;
}

/** Runs one script of the folder with the remaining arguments; its exit status is ours. */
export function runScript(folder: string, name: string, args: readonly string[]): number {
  const { status } = spawnSync(process.execPath, [join(root, folder, `${name}.ts`), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  return status ?? 1;
}
