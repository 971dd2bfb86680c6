// `npm run bench [-- NAME...] [--json FILE] [arguments]`: all benchmarks, or the named ones. Each benchmark is a script of
// this folder that prints for people and, given `--json FILE`, writes a list of {name, value, unit, budget?, baseline?}.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runScript, scriptsIn, usage } from "../dispatch.ts";
import { parseArguments } from "./arguments.ts";
import { type Figure, figuresOf } from "./figures.ts";

const benches = scriptsIn("scripts/bench");
for (const helper of ["arguments", "figures"]) benches.delete(helper);

function fail(sentence: string): never {
  console.error(`${sentence}\n${usage("bench", benches)}`);
  process.exit(1);
}

const parsed = parseArguments(process.argv.slice(2));
if ("problem" in parsed) fail(parsed.problem);
const unknown = parsed.names.filter((name) => !benches.has(name));
if (unknown.length > 0) fail(`There is no benchmark called ${unknown.join(", ")}.`);
if (benches.size === 0) fail("There are no benchmarks.");

const figures: Figure[] = [];
const folder = mkdtempSync(join(tmpdir(), "peercommons-bench-"));
try {
  for (const name of parsed.names.length > 0 ? parsed.names : benches.keys()) {
    const file = join(folder, `${name}.json`);
    const status = runScript(
      "scripts/bench",
      name,
      parsed.json === undefined ? parsed.rest : [...parsed.rest, "--json", file],
    );
    if (status !== 0) process.exitCode = status;
    else if (parsed.json !== undefined) figures.push(...figuresOf(name, readFileSync(file, "utf8")));
  }
  if (parsed.json !== undefined && !process.exitCode)
    writeFileSync(parsed.json, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
