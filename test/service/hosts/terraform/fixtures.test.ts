import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAnnotated } from '../../../support/annotations';
import { checkHost, errorsIn, policiesIn } from '../../../support/checkHost';

const folder = resolve(__dirname, '../../../fixtures/terraform');

/** Files of `test/fixtures/terraform`: those of `finds` have marks, those of `quiet` hold policies without an error. */
for (const [what, isQuiet] of [
  ['finds', false],
  ['quiet', true],
] as const) {
  describe(`Terraform: ${what}`, () => {
    for (const fileName of readdirSync(join(folder, what))) {
      const text = readFileSync(join(folder, what, fileName), 'utf8');
      const plain = parseAnnotated(text).text;
      const host = { languageId: fileName.endsWith('.json') ? 'json' : 'terraform', fileName };
      it(fileName, () => checkHost(text, host));
      if (isQuiet) it(`${fileName} has no error`, () => assert.deepEqual(errorsIn(plain, host), []));
      if (isQuiet) it(`${fileName} has policies`, () => assert.notDeepEqual(policiesIn(plain, host), []));
    }
  });
}
