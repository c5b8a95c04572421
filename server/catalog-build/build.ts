// Makes server/data/iam-catalog.bin and its manifest: `npm run catalog`. See docs/iam-data.md.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeContent } from './catalogContent';
import { drops, type Manifest } from './manifest';
import { contentHash, packFile } from './packFile';

const root = resolve(__dirname, '../..');
const folder = join(root, 'server/data');
const manifestFile = join(folder, 'manifest.json');
const acceptDrops = process.argv.includes('--accept-drops');

const { content, counts } = makeContent(root);
const before = existsSync(manifestFile)
  ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest)
  : undefined;
const lost = before ? drops(before.counts, counts) : [];
if (lost.length > 0 && !acceptDrops) {
  console.error(`A source has lost data:\n  ${lost.join('\n  ')}`);
  console.error('Nothing was written. If AWS really dropped it: npm run catalog -- --accept-drops');
  process.exit(1);
}

const bytes = packFile(content);
const manifest: Manifest = { sources: content.sources, contentHash: contentHash(content), counts };
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'iam-catalog.bin'), bytes);
writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
console.log(`server/data/iam-catalog.bin: ${bytes.length} bytes`, counts);
