// `npm run check [-- NAME...]`: every check, or the named ones; one line each; the details of those that fail.
import { checks } from "./checks.ts";

const names = process.argv.slice(2);
const unknown = names.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no check called ${unknown.join(", ")}. There are: ${checks.map((check) => check.name).join(", ")}.`,
  );
  process.exit(1);
}

let passed = 0;
let failed = 0;
for (const { name, about, run } of checks) {
  if (names.length > 0 && !names.includes(name)) continue;
  const begun = performance.now();
  let problem: string | undefined;
  let note: string | undefined;
  try {
    ({ problem, note } = await run());
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${problem === undefined ? "ok  " : "FAIL"}  ${name.padEnd(16)}${seconds.padStart(6)} s  ${note ?? about}`,
  );
  if (problem === undefined) passed++;
  else {
    failed++;
    console.log(problem.trimEnd().replace(/^/gm, "      "));
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
