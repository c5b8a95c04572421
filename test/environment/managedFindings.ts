import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { managedFindingsPage } from '../support/managedFindings';
import { root } from './paths';

writeFileSync(join(root, 'docs/managed-policies.md'), managedFindingsPage());
