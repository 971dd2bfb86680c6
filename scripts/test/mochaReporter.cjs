// Mocha's "spec" output, and the counts as JSON in the file that PEERCOMMONS_TEST_REPORT names.
// Mocha takes one reporter, and loads it by path as CommonJS.
const { writeFileSync } = require("node:fs");
const Mocha = require("mocha");

module.exports = class SpecWithCounts extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const file = process.env.PEERCOMMONS_TEST_REPORT;
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = this.stats;
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
