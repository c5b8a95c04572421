import assert from 'node:assert/strict';
import { allChecks } from '../../../server/src/service/checks/registry';
import { everyFindingOf } from '../../support/checkFindings';
import { examples, kindOfExample } from '../../support/specification';

describe("one example of each of Access Analyzer's codes", () => {
  for (const example of examples()) {
    const { code, type, finds, at, quiet } = example;
    const findings = (text: string) =>
      everyFindingOf(text, kindOfExample(example)).filter((finding) => finding.code === code);

    it(code, () => {
      const places = findings(finds).map(({ ranges }) =>
        ranges.map(({ start, end }) => finds.slice(start, end)),
      );
      assert.deepEqual(places, [at], 'one finding, at these places');
      assert.deepEqual(findings(quiet), []);
      assert.equal(allChecks.find((check) => check.code === code)?.type, type);
    });
  }
});
