import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkTemplate } from '../../support/checkTemplate';

const folder = resolve(__dirname, '../../fixtures/cloudformation');

/** Templates of `test/fixtures/cloudformation`: those of `finds` have marks, those of `quiet` have none. */
for (const what of ['finds', 'quiet']) {
  describe(`CloudFormation: ${what}`, () => {
    for (const fileName of readdirSync(join(folder, what)))
      it(fileName, () =>
        checkTemplate(
          fileName.endsWith('.json') ? 'json' : 'yaml',
          readFileSync(join(folder, what, fileName), 'utf8'),
          fileName,
        ),
      );
  });
}
