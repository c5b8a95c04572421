import assert from 'node:assert/strict';
import {
  allChecks,
  createPolicyService,
  defaultSeverity,
  type Finding,
  openDocument,
  type PolicyFile,
  quickFixes,
  readJson,
} from '../../../server/src/service';
import { parseAnnotated } from '../../support/annotations';
import { testCatalog } from '../../support/catalog';
import { fixtureCodes, fixturesOf } from '../../support/fixtures';
import { templateOf } from '../../support/templateOf';
import { applyEdits } from '../../support/applyEdits';

const sleeping = allChecks.filter((check) => defaultSeverity(check) === 'off');
const service = createPolicyService({
  catalog: testCatalog(),
  severity: Object.fromEntries(sleeping.map(({ code }) => [code, 'hint' as const])),
});

function open(text: string, format: string): PolicyFile | undefined {
  return openDocument({ text, languageId: format, fileName: `template.${format}` })?.policies[0];
}

function findings(file: PolicyFile | undefined, text: string): Finding[] {
  return file ? service.check(file, text) : [];
}

const errors = (all: readonly Finding[]) =>
  all.filter(({ severity }) => severity === 'error').map(({ code }) => code);

/** After the fix the finding is gone, the template can be read, and no other error has come. */
describe('fixes in templates', () => {
  for (const format of ['yaml', 'json'] as const) {
    describe(format, () => {
      for (const code of fixtureCodes()) {
        it(code, () => {
          for (const fixture of fixturesOf(code).filter(({ finds }) => finds)) {
            const policy = readJson(parseAnnotated(fixture.text).text, { comments: false });
            if (policy.isPartial || policy.root?.kind !== 'object') continue;
            const text = templateOf(format, policy, fixture.kind);
            const file = open(text, format)!;
            const before = findings(file, text);
            for (const finding of before.filter((one) => one.code === code)) {
              for (const { title, edits } of quickFixes(finding, file, text, testCatalog())) {
                const after = applyEdits(text, edits);
                const reread = open(after, format);
                const label = `${fixture.file}: ${title}\n${after}\nwas\n${text}`;
                assert.ok(reread && !reread.policy.isPartial, label);
                const left = findings(reread, after);
                const count = (all: readonly Finding[]) => all.filter((one) => one.code === code).length;
                assert.ok(count(left) < count(before), `still there in ${label}`);
                const known = errors(before);
                assert.deepEqual(
                  errors(left).filter((one) => !known.includes(one)),
                  [],
                  label,
                );
              }
            }
          }
        });
      }
    });
  }
});
