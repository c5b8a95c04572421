import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksIndex } from '../support/checksIndex';
import { root } from './paths';

writeFileSync(join(root, 'docs/checks/README.md'), checksIndex());
