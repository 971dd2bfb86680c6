// `npm test [-- NAME...]`: every runner, or the named ones, one after another; a table; one line of totals.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";
import { findBrowser } from "./test/browser.ts";
import { type Counts, judge, type Outcome, total } from "./test/counts.ts";
import { findPostgres } from "./test/postgres.ts";
import type { Runner } from "./test/runner.ts";
import { runners } from "./test/runners.ts";

const reports = join(root, ".test-reports");

function start(args: string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.on("error", (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on("close", (status) => resolve(status ?? 1));
  });
}

function readCounts(runner: Runner, report: string): Counts | undefined {
  try {
    return runner.read(readFileSync(report, "utf8"));
  } catch {
    return undefined; // never written, or cut short: judged as a crash
  }
}

async function runAll(runner: Runner): Promise<Outcome> {
  const programs: Record<string, string> = {
    ...(runner.browser ? { PEERCOMMONS_CHROMIUM: findBrowser() } : {}),
    ...(runner.postgres ? { PEERCOMMONS_POSTGRES: findPostgres() } : {}),
  };
  const outcomes: Outcome[] = [];
  for (const { args, env = {}, report } of runner.commands(reports)) {
    rmSync(report, { force: true });
    const status = await start(args, { ...env, ...programs });
    outcomes.push(judge(readCounts(runner, report), status));
  }
  const note = outcomes.flatMap((outcome) => outcome.note ?? []).join("; ");
  return outcomes.length === 0 ? judge(total([]), 0) : { ...total(outcomes), ...(note && { note }) };
}

async function run(runner: Runner): Promise<Outcome & { name: string; seconds: number }> {
  console.log(`\n== ${runner.name}: ${runner.about}`);
  const begun = performance.now();
  const outcome = await runAll(runner).catch((error: unknown) => ({
    passed: 0,
    failed: 1,
    skipped: 0,
    note: error instanceof Error ? error.message : String(error),
  }));
  return { name: runner.name, ...outcome, seconds: (performance.now() - begun) / 1000 };
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => !runners.some((runner) => runner.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no runner called ${unknown.join(", ")}. There are: ${runners.map((runner) => runner.name).join(", ")}.`,
  );
  process.exit(1);
}
mkdirSync(reports, { recursive: true });

const outcomes = [];
for (const runner of runners)
  if (names.length === 0 || names.includes(runner.name)) outcomes.push(await run(runner));

console.log(
  `\n${"runner".padEnd(12)}${"passed".padStart(8)}${"failed".padStart(8)}${"skipped".padStart(9)}${"seconds".padStart(9)}`,
);
for (const { name, passed, failed, skipped, seconds, note } of outcomes) {
  const row = `${name.padEnd(12)}${String(passed).padStart(8)}${String(failed).padStart(8)}${String(skipped).padStart(9)}${seconds.toFixed(1).padStart(9)}`;
  console.log(note === undefined ? row : `${row}  ${note}`);
}
const { passed, failed } = total(outcomes);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
