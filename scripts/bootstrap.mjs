#!/usr/bin/env node
// Every root command goes through here: `node scripts/bootstrap.mjs COMMAND [arguments]`.
// Runs on Node 20, brings what is missing, then runs the command on the Node that the tools need.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { environmentFor, findNode } from "./bootstrap/node.mjs";
import { ensurePackages } from "./bootstrap/packages.mjs";
import { contractsHash, isStamped } from "./bootstrap/stamps.mjs";
import { runInForeground, SetupError } from "./bootstrap/step.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Script of each command, and whether code generated from the contracts must be up to date before it. The tests run in any
 * case: contracts that do not build are a failing runner among others.
 */
const COMMANDS = {
  start: { script: "scripts/start/index.ts", generated: true },
  test: { script: "scripts/test.ts", generated: "if possible" },
  check: { script: "scripts/checks/index.ts" },
  fix: { script: "scripts/fix.ts" },
  build: { script: "scripts/build.ts", generated: true },
  generate: { script: "scripts/generate.ts" },
  bench: { script: "scripts/bench/index.ts", generated: "if possible" },
  lab: { script: "scripts/lab.ts" },
  screens: { script: "scripts/screens.ts", generated: true },
  reset: { script: "scripts/reset.ts" },
  setup: { generated: true },
  exec: {},
};

async function main([name, ...args]) {
  const command = COMMANDS[name];
  if (command === undefined)
    throw new SetupError(
      `There is no command "${name ?? ""}". There are: ${Object.keys(COMMANDS).join(", ")}.`,
    );
  const begun = Date.now();
  const node = await findNode(root);
  const env = environmentFor(root, node);
  await ensurePackages(root, env);
  if (command.generated) await ensureGenerated(node, env, command.generated === true);
  if (name === "setup") {
    console.log(`Ready in ${((Date.now() - begun) / 1000).toFixed(1)} s. Next: npm start`);
    return 0;
  }
  if (name === "exec") {
    const [program, ...rest] = args;
    if (program === undefined) throw new SetupError("Say what to run: npm run exec -- COMMAND [arguments]");
    return runInForeground(program, rest, { env });
  }
  if (!existsSync(join(root, command.script)))
    throw new SetupError(
      `${command.script} is missing, so \`${name}\` cannot run. Restore it: git checkout ${command.script}`,
    );
  return runInForeground(node, [join(root, command.script), ...args], { cwd: root, env });
}

/** In CI nothing is regenerated: stale generated code has to show as a failing check. */
async function ensureGenerated(node, env, must) {
  if (
    process.env.CI ||
    isStamped(join(root, "contracts/sdk/src/generated/sources.sha256"), contractsHash(root))
  )
    return;
  const status = await runInForeground(node, [join(root, "scripts/generate.ts")], { cwd: root, env });
  if (status === 0) return;
  const sentence =
    "The contracts did not build, so the code generated from them is out of date. The compiler's words are above.";
  if (must) throw new SetupError(sentence);
  console.error(sentence);
}

main(process.argv.slice(2)).then(
  (status) => {
    process.exitCode = status;
  },
  (error) => {
    const missing = error?.code === "ENOENT" && error?.syscall?.startsWith("spawn");
    const sentence = missing ? `The command "${error.path}" was not found.` : error?.message;
    console.error(error instanceof SetupError || missing ? `\n${sentence}` : error);
    process.exitCode = 1;
  },
);
