import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { dist, root } from './paths';
import { say } from './say';

/** Pictures of the README and the pages, by the names that the editor tests give them. */
const wanted = [
  'diagnostic',
  'completion',
  'empty-file',
  'launch-resources',
  'launch-rest',
  'launch-done',
  'summaries',
  'quick-fix',
  'refactor',
  'rename',
  'references',
  'folded',
  'formatted',
  'templates',
  'terraform',
  'outline',
  'hover',
  'sidebar',
  'sidebar-chain',
  'attach',
  'attach-warning',
  'access',
  'security-groups',
  'live-policy',
  'search',
  'assume-warned',
  'sessions',
  'own-role',
];

const images = join(root, 'docs/images');
mkdirSync(images, { recursive: true });
for (const name of wanted) {
  copyFileSync(join(dist, 'screenshots', `${name}.png`), join(images, `${name}.png`));
  say(`docs/images/${name}.png`);
}
