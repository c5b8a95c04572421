import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { makeContent } from '../../../server/catalog-build/catalogContent';
import { drops, type Manifest } from '../../../server/catalog-build/manifest';
import { contentHash, packFile } from '../../../server/catalog-build/packFile';
import { openCatalog, readPackedHeader } from '../../../server/src/service/catalog/packedCatalog';

const root = resolve(__dirname, '../../..');
const committed = readFileSync(resolve(root, 'server/data/iam-catalog.bin'));
const manifest = JSON.parse(readFileSync(resolve(root, 'server/data/manifest.json'), 'utf8')) as Manifest;

describe('committed IAM data', function () {
  this.timeout(20_000);
  let made: ReturnType<typeof makeContent>;
  before(() => (made = makeContent(root)));

  it('is what the installed sources make; if not: npm run catalog', () => {
    assert.equal(readPackedHeader(committed, gunzipSync).contentHash, contentHash(made.content));
  });

  it('has a manifest of its own making', () => {
    assert.equal(manifest.contentHash, contentHash(made.content));
    assert.deepEqual(manifest.sources, made.content.sources);
    assert.deepEqual(manifest.counts, made.counts);
  });

  it('holds the blocks its header promises', () => {
    const { content } = made;
    const few = { ...content, services: content.services.filter(({ prefix }) => prefix.startsWith('s')) };
    const again = openCatalog(packFile(few), gunzipSync);
    const catalog = openCatalog(committed, gunzipSync);
    for (const { prefix } of few.services) {
      assert.deepEqual(again.service(prefix), catalog.service(prefix));
      assert.deepEqual(again.describe(prefix), catalog.describe(prefix));
    }
  });

  it('notices a source that lost something', () => {
    const fewer = { ...made.counts, dependentActions: 0, actions: made.counts.actions + 1 };
    assert.deepEqual(drops(made.counts, made.counts), []);
    assert.deepEqual(drops(made.counts, fewer), [
      `dependentActions: 0, before ${made.counts.dependentActions}`,
    ]);
  });

  it('changes its hash with any word of its contents', () => {
    const [first, ...others] = made.content.services;
    const altered = { ...made.content, services: [{ ...first!, name: 'Another' }, ...others] };
    assert.notEqual(contentHash(altered), contentHash(made.content));
  });
});
