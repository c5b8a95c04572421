import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Catalog } from '../service/catalog/catalog';
import { openCatalog } from '../service/catalog/packedCatalog';

/** Opens the IAM data that lies beside the running program. Throws where the installation lacks it. */
export function openCatalogFile(): Catalog {
  return openCatalog(readFileSync(join(__dirname, 'iam-catalog.bin')), gunzipSync);
}
