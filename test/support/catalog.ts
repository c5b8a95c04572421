import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Catalog } from '../../server/src/service/catalog/catalog';
import { openCatalog } from '../../server/src/service/catalog/packedCatalog';

let opened: Catalog | undefined;

/** The real catalog, opened once for all tests of a process. */
export function testCatalog(): Catalog {
  return (opened ??= openCatalog(
    readFileSync(resolve(__dirname, '../../server/data/iam-catalog.bin')),
    gunzipSync,
  ));
}
