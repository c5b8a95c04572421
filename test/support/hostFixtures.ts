import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAnnotated } from './annotations';
import { checkHost, errorsIn, policiesIn } from './checkHost';

/** Tests the files of a folder of `test/fixtures`: those of `finds` have marks, those of `quiet` hold policies without an error. */
export function testFixtures(host: string, folder: string, languageOf: (fileName: string) => string): void {
  for (const [what, isQuiet] of [
    ['finds', false],
    ['quiet', true],
  ] as const) {
    describe(`${host}: ${what}`, () => {
      const place = resolve(__dirname, '../fixtures', folder, what);
      for (const fileName of readdirSync(place)) {
        const text = readFileSync(join(place, fileName), 'utf8');
        const plain = parseAnnotated(text).text;
        const file = { languageId: languageOf(fileName), fileName };
        it(fileName, () => checkHost(text, file));
        if (isQuiet) it(`${fileName} has no error`, () => assert.deepEqual(errorsIn(plain, file), []));
        if (isQuiet) it(`${fileName} has policies`, () => assert.notDeepEqual(policiesIn(plain, file), []));
      }
    });
  }
}
