// Runs one of Hardhat's test tasks: `node scripts/test/hardhat.ts solidity|mocha [folder...]`.
// Hardhat offers no report file: its Solidity task returns its results, and for mocha our reporter writes the counts.
import { existsSync, globSync, writeFileSync } from "node:fs";
import hre from "hardhat";
import { countSolidity } from "./counts.ts";

const [task = "", ...folders] = process.argv.slice(2);

/** Both tasks return a result whose value or error carries what they found. */
type TaskResult = { success: boolean; value?: unknown; error?: unknown };

async function solidity(): Promise<number> {
  const result: TaskResult = await hre.tasks.getTask(["test", "solidity"]).run({});
  const report = process.env.PEERCOMMONS_TEST_REPORT;
  if (report) writeFileSync(report, JSON.stringify(countSolidity(result.value ?? result.error)));
  return result.success ? 0 : 1;
}

async function mocha(): Promise<number> {
  const present = folders.filter((folder) => existsSync(folder));
  const testFiles = present.flatMap((folder) => globSync(`${folder}/**/*.test.ts`)).sort();
  if (testFiles.length === 0) {
    console.error(`There is no *.test.ts below ${folders.join(", ")}.`);
    return 1;
  }
  const result: TaskResult = await hre.tasks.getTask(["test", "mocha"]).run({ testFiles });
  return result.success ? 0 : 1;
}

try {
  const run = { solidity, mocha }[task];
  if (run === undefined) throw new Error(`There is no Hardhat test task "${task}": it is solidity or mocha.`);
  const status = await run();
  if (status !== 0) process.exitCode = status;
} catch (error) {
  // Contracts that do not compile end here, with everything worth reading in the message.
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
