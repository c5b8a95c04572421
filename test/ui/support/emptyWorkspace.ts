import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder with files that have nothing in them, to set a stage with. */
export function emptyWorkspace(names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'trustwright-empty-'));
  for (const name of names) writeFileSync(join(folder, name), '');
  return folder;
}
