import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../environment/paths';
import { buildBundles } from '../support/buildBundles';

const dist = join(root, 'dist');
const load = createRequire(__filename);

describe('parts of the built programs that are loaded when needed', function () {
  this.timeout(60_000);
  before(buildBundles);

  const partsIn = () => readdirSync(dist).filter((name) => /^(lazy|shared)-.*\.js$/.test(name));

  it('are all there, and load', () => {
    const lazy = partsIn().filter((name) => name.startsWith('lazy-'));
    assert.ok(lazy.length > 5);
    for (const name of lazy) {
      const part = load(join(dist, name)) as Record<string, unknown>;
      assert.ok(Object.keys(part).length > 0, `${name} gives nothing`);
    }
  });

  it('are those that the programs ask for', () => {
    const programs = [...partsIn(), 'server.js', 'cli.js'].map((name) =>
      readFileSync(join(dist, name), 'utf8'),
    );
    const asked = programs.flatMap((text) => [...text.matchAll(/"\.\/((?:lazy|shared)-[^"]+)"/g)]);
    assert.deepEqual([...new Set(asked.map(([, name]) => name))].sort(), partsIn().sort());
  });
});
