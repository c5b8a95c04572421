import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository. */
export const root = resolve(__dirname, '../..');
export const dist = join(root, 'dist');
export const vsix = join(dist, 'trustwright.vsix');

/** Where things live that take long to install and outlast a clone: an editor, Python packages. */
export const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'trustwright');
