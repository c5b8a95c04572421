import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { grammarFiles } from '../../syntaxes/grammar/files';
import { grammarText } from '../../syntaxes/grammar/injection';
import { scopesOf } from './scopes';

const folder = resolve(__dirname, 'cases');
const update = process.env.UPDATE_SNAPSHOTS === 'true';

describe('grammar', () => {
  it('is what its source makes; if not: npm run grammar', () => {
    for (const [name, grammar] of Object.entries(grammarFiles)) {
      const file = resolve(__dirname, '../../syntaxes', name);
      assert.equal(readFileSync(file, 'utf8'), grammarText(grammar));
    }
  });

  for (const name of readdirSync(folder).filter((file) => !file.endsWith('.snap'))) {
    it(`colours ${name} as its snapshot says`, async () => {
      const file = resolve(folder, name);
      const snapshot = `${file}.snap`;
      const scopes = await scopesOf(file);
      if (update) writeFileSync(snapshot, scopes);
      assert.ok(existsSync(snapshot), `${name} has no snapshot: UPDATE_SNAPSHOTS=true npm run test:unit`);
      assert.equal(scopes, readFileSync(snapshot, 'utf8'));
    });
  }
});
