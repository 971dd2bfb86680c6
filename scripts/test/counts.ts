// Counts of passed and failed tests, as each runner reports them. Pure.

export type Counts = { passed: number; failed: number; skipped: number };

/** Why a runner's own counts are not to be believed as they are. */
export type Outcome = Counts & { note?: string };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

/** Vitest's JSON report. A file that could not be loaded holds no tests and counts as one failure. */
export function countVitest(report: VitestReport): Counts {
  const unloaded = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded.length,
    skipped: report.numPendingTests,
  };
}

/** What Hardhat's Solidity task returns. Its own summary stays at zero when the task runs by itself, so this counts tests. */
export function countSolidity(result: unknown): Counts {
  const suites = (result as { suiteResults?: { testResults: { status: string }[] }[] } | undefined)
    ?.suiteResults;
  if (!Array.isArray(suites)) throw new Error("Hardhat's Solidity tests ended without results");
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status } of suites.flatMap((suite) => suite.testResults)) {
    if (status === "Success") counts.passed++;
    else if (status === "Skipped") counts.skipped++;
    else counts.failed++;
  }
  return counts;
}

/** A report that already is counts: written by our mocha reporter and by the Solidity runner. */
export function countPlain(report: Partial<Record<keyof Counts, unknown>>): Counts {
  const number = (key: keyof Counts) => {
    const value = report[key];
    if (typeof value !== "number" || !Number.isInteger(value) || value < 0)
      throw new Error(`a test report says ${key}: ${JSON.stringify(value)}`);
    return value;
  };
  return { passed: number("passed"), failed: number("failed"), skipped: number("skipped") };
}

/** Joins what a runner reported with how it ended: a crash, a missing report and an empty run are failures. */
export function judge(counts: Counts | undefined, exitStatus: number): Outcome {
  if (counts === undefined)
    return { passed: 0, failed: 1, skipped: 0, note: `ended with status ${exitStatus} and no report` };
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, note: "ran no tests" };
  if (counts.failed === 0 && exitStatus !== 0)
    return { ...counts, failed: 1, note: `ended with status ${exitStatus} although no test failed` };
  return counts;
}

export function total(all: readonly Counts[]): Counts {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const counts of all) {
    sum.passed += counts.passed;
    sum.failed += counts.failed;
    sum.skipped += counts.skipped;
  }
  return sum;
}
