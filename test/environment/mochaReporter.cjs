// Mocha's usual output for the person, and the counts as a file for the runner.
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

module.exports = class CountingReporter extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const { report } = options.reporterOptions;
    const Shown = report.endsWith('ui.json') ? reporters.Spec : reporters.Dot;
    new Shown(runner, options);
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const { passes, failures, pending } = runner.stats;
      writeFileSync(report, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
