import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Fetches and unpacks a package without installing it.
 *
 * @param spec name and exact version, as npm takes it
 * @returns the folder of the unpacked package
 */
export function fetchPackage(spec: string, folder: string): string {
  const output = execFileSync('npm', ['pack', spec, '--json', '--silent'], { cwd: folder, encoding: 'utf8' });
  const [{ filename }] = JSON.parse(output) as [{ filename: string }];
  const target = join(folder, spec.replace(/\W/g, '-'));
  mkdirSync(target);
  execFileSync('tar', ['xzf', join(folder, filename), '-C', target, '--strip-components=1']);
  return target;
}
