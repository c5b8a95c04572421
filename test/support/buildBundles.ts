import { execFileSync } from 'node:child_process';
import { root } from '../environment/paths';

let built = false;

/** Builds dist/ for tests that run our programs; once for all of them. */
export function buildBundles(): void {
  if (!built) execFileSync(process.execPath, ['esbuild.mjs'], { cwd: root });
  built = true;
}
