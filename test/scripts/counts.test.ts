import { describe, expect, it } from "vitest";
import { countPlain, countSolidity, countVitest, judge, total } from "../../scripts/test/counts.ts";

const report = (over: object) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  testResults: [],
  ...over,
});

describe("countVitest", () => {
  it("takes the report's own numbers", () => {
    expect(countVitest(report({ numFailedTests: 2 }))).toEqual({ passed: 3, failed: 2, skipped: 1 });
  });

  it("counts a file that could not be loaded as a failure", () => {
    const testResults = [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
      { status: "passed", assertionResults: [{}] },
    ];
    expect(countVitest(report({ numFailedTests: 1, testResults })).failed).toBe(2);
  });
});

describe("countSolidity", () => {
  it("counts the tests of all suites, anything unknown as a failure", () => {
    const statuses = (...all: string[]) => ({ testResults: all.map((status) => ({ status })) });
    const suiteResults = [statuses("Success", "Failure"), statuses("Skipped", "Success", "Surprise")];
    expect(countSolidity({ suiteResults })).toEqual({ passed: 2, failed: 2, skipped: 1 });
  });

  it("does not take a missing result for an empty one", () => {
    expect(() => countSolidity(undefined)).toThrow("without results");
  });
});

describe("countPlain", () => {
  it("takes whole numbers only", () => {
    expect(countPlain({ passed: 4, failed: 0, skipped: 2 })).toEqual({ passed: 4, failed: 0, skipped: 2 });
    for (const passed of [undefined, "4", -1, 1.5, Number.NaN])
      expect(() => countPlain({ passed, failed: 0, skipped: 0 }), String(passed)).toThrow("passed");
  });
});

describe("judge", () => {
  const good = { passed: 2, failed: 0, skipped: 0 };

  it("believes a runner that passed and ended well", () => {
    expect(judge(good, 0)).toEqual(good);
  });

  it("counts a missing report as a failure whatever the status", () => {
    expect(judge(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(judge(undefined, 139).note).toContain("139");
  });

  it("counts a bad end after passing tests as a failure, and keeps what passed", () => {
    expect(judge(good, 1)).toMatchObject({ passed: 2, failed: 1 });
  });

  it("counts a run without tests as a failure, skipped ones included", () => {
    expect(judge({ passed: 0, failed: 0, skipped: 5 }, 0)).toMatchObject({ failed: 1, note: "ran no tests" });
  });

  it("does not add to failures that were reported", () => {
    expect(judge({ passed: 1, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });
});

describe("total", () => {
  it("adds up, from nothing on", () => {
    expect(total([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
    const counts = { passed: 1, failed: 2, skipped: 3 };
    expect(total([counts, counts])).toEqual({ passed: 2, failed: 4, skipped: 6 });
  });
});
