// Runs a tool for a check: quiet when it is content, everything it said when it is not.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { root } from "../root.ts";

export type Result = { problem?: string; note?: string };

export function node(args: readonly string[], advice = ""): Result {
  return run(process.execPath, args, advice);
}

/** A command of node_modules/.bin. */
export function bin(name: string, args: readonly string[], advice = ""): Result {
  return run(join(root, "node_modules/.bin", name), args, advice);
}

function run(command: string, args: readonly string[], advice: string): Result {
  const result = spawnSync(command, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 ** 2,
    shell: process.platform === "win32",
  });
  if (result.error) return { problem: `${command} could not be started: ${result.error.message}` };
  if (result.status === 0) return {};
  const said = `${result.stdout}${result.stderr}`.trim().split("\n");
  const shown = said.length > 80 ? [...said.slice(0, 80), `… and ${said.length - 80} more lines`] : said;
  return { problem: [...shown, ...(advice ? [advice] : [])].join("\n") };
}
