import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../environment/paths';
import { run } from '../environment/run';

/** Bundles the suites into an extension of their own; gives its VSIX. */
export async function packageTests(): Promise<string> {
  const folder = join(root, 'out/tests-extension');
  const vsix = join(root, 'out/trustwright-tests.vsix');
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(__dirname, 'runner/manifest.json'), join(folder, 'package.json'));
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
  writeFileSync(join(folder, 'README.md'), '# Trustwright tests\n');
  await build({
    entryPoints: { tests: join(__dirname, 'runner/activate.ts') },
    outdir: folder,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'error',
  });
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  await run(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix], { cwd: folder });
  return vsix;
}
