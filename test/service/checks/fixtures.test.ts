import assert from 'node:assert/strict';
import { parseAnnotated } from '../../support/annotations';
import { checkFindings } from '../../support/checkFindings';
import { checkTemplate } from '../../support/checkTemplate';
import { fixtureCodes, fixturesOf, templateFixturesOf } from '../../support/fixtures';

describe('check fixtures', () => {
  for (const code of fixtureCodes()) {
    describe(code, () => {
      for (const fixture of fixturesOf(code)) {
        it(fixture.file, () => {
          const marked = parseAnnotated(fixture.text).marks.some((mark) => mark.code === code);
          assert.equal(marked, fixture.finds, 'finds… fixtures mark their code, quiet… fixtures do not');
          checkFindings(fixture.text, { only: code, ...(fixture.kind && { kind: fixture.kind }) });
        });
      }

      for (const fixture of templateFixturesOf(code)) {
        it(fixture.file, () => {
          const marked = parseAnnotated(fixture.text).marks.some((mark) => mark.code === code);
          assert.equal(marked, fixture.finds, 'finds… fixtures mark their code, quiet… fixtures do not');
          checkTemplate('yaml', fixture.text, undefined, code);
        });
      }
    });
  }
});
