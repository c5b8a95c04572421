import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PolicyKind } from '../../../server/src/protocol/settings';
import type { KindOfPolicy } from '../../../server/src/service/checks/check';
import { allChecks } from '../../../server/src/service/checks/registry';
import { everyFindingOf } from '../../support/checkFindings';

/** A code of IAM Access Analyzer with the smallest policy that gives it and one that does not. */
interface Example {
  readonly code: string;
  readonly type: string;
  readonly kind: PolicyKind;
  readonly resourceType?: string;
  readonly finds: string;
  /** Texts of the finding's places, in their order. */
  readonly at: readonly string[];
  readonly quiet: string;
}

const file = resolve(__dirname, '../../fixtures/specification/examples.json');
const examples = JSON.parse(readFileSync(file, 'utf8')) as Example[];

function kindOf({ kind, resourceType }: Example): KindOfPolicy {
  return { kind, certain: true, ...(resourceType !== undefined && { resourceType }) };
}

describe("one example of each of Access Analyzer's codes", () => {
  for (const example of examples) {
    const { code, type, finds, at, quiet } = example;
    const findings = (text: string) =>
      everyFindingOf(text, kindOf(example)).filter((finding) => finding.code === code);

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
