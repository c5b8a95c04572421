import assert from 'node:assert/strict';
import {
  createPolicyService,
  defaultSeverity,
  allChecks,
  openDocument,
  readJson,
} from '../../../server/src/service';
import type { KindOfPolicy } from '../../../server/src/service/checks/check';
import type { PolicyDocument } from '../../../server/src/service/model/policyDocument';
import { parseAnnotated } from '../../support/annotations';
import { testCatalog } from '../../support/catalog';
import { fixtureCodes, fixturesOf } from '../../support/fixtures';
import { pathOf } from '../../support/sameFindings';
import { templateOf } from '../../support/templateOf';

const sleeping = allChecks.filter((check) => defaultSeverity(check) === 'off');
const service = createPolicyService({
  catalog: testCatalog(),
  severity: Object.fromEntries(sleeping.map(({ code }) => [code, 'hint' as const])),
});

function placesOf(policy: PolicyDocument, kind: KindOfPolicy, text: string): string[] {
  return service
    .check({ policy, kind }, text)
    .map(({ code, ranges }) => `${code} ${ranges.map((range) => pathOf(policy.root, range)).join()}`)
    .sort();
}

/** CloudFormation hands on numbers of YAML as they are written. */
function withNumbersAsText(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (word) =>
    word.startsWith('"') ? word : `"${word}"`,
  );
}

describe('the same findings in every host', () => {
  for (const format of ['yaml', 'json'] as const) {
    describe(`CloudFormation in ${format}`, () => {
      for (const code of fixtureCodes()) {
        it(code, () => {
          for (const fixture of fixturesOf(code)) {
            const json = parseAnnotated(fixture.text).text;
            const policy = readJson(json, { comments: false });
            // CloudFormation hands on what an escape stands for.
            if (policy.isPartial || policy.root?.kind !== 'object' || json.includes('\\u')) continue;
            const text = templateOf(format, policy, fixture.kind);
            const document = openDocument({ text, languageId: format, fileName: `template.${format}` });
            const [found, ...others] = document?.policies ?? [];
            assert.ok(found, `${fixture.file}: no policy in\n${text}`);
            assert.equal(others.length, 0, fixture.file);
            // Each syntax has its own white space, which some quotas count.
            const same = format === 'yaml' ? withNumbersAsText(json) : json;
            const handedOn = readJson(same, { comments: false });
            const wanted = placesOf(handedOn, found.kind, same).filter(
              (one) => !one.startsWith('POLICY_SIZE'),
            );
            const given = placesOf(found.policy, found.kind, text).filter(
              (one) => !one.startsWith('POLICY_SIZE'),
            );
            assert.deepEqual(given, wanted, `${fixture.file}\n${text}`);
          }
        });
      }
    });
  }
});
