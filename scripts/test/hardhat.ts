// Runs one of Hardhat's test tasks: `node scripts/test/hardhat.ts solidity|mocha [folder...]`.
// Hardhat offers no report file; its Solidity task returns its counts, and for mocha our reporter writes them.
import { existsSync, globSync, writeFileSync } from "node:fs";
import hre from "hardhat";

const [task = "", ...folders] = process.argv.slice(2);
const report = process.env.PEERCOMMONS_TEST_REPORT;

function counted(result: unknown): { passed: number; failed: number; skipped: number } | undefined {
  const summary =
    (result as { value?: { summary?: unknown }; error?: { summary?: unknown } } | undefined) ?? {};
  const counts = (summary.value ?? summary.error)?.summary as Record<string, number> | undefined;
  return counts && { passed: counts.passed ?? 0, failed: counts.failed ?? 0, skipped: counts.skipped ?? 0 };
}

if (task === "solidity") {
  const result = await hre.tasks.getTask(["test", "solidity"]).run({ noCompile: false });
  const counts = counted(result);
  if (report && counts) writeFileSync(report, JSON.stringify(counts));
  process.exitCode = counts === undefined || counts.failed > 0 ? 1 : (process.exitCode ?? 0);
} else if (task === "mocha") {
  const testFiles = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => globSync(`${folder}/**/*.test.ts`));
  if (testFiles.length === 0) {
    console.error(`No *.test.ts in ${folders.join(", ")}.`);
    process.exitCode = 1;
  } else {
    const result = await hre.tasks
      .getTask(["test", "mocha"])
      .run({ testFiles: testFiles.sort(), noCompile: false });
    if ((counted(result)?.failed ?? 1) > 0) process.exitCode = 1;
  }
} else {
  console.error(`There is no Hardhat test task "${task}": it is solidity or mocha.`);
  process.exitCode = 1;
}
