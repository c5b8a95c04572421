import { join } from 'node:path';
import { root, vsix } from './paths';
import { run } from './run';
import { say } from './say';

/** Builds the extension and packs it; gives the VSIX's path. */
export async function packageExtension(): Promise<string> {
  say('Building and packaging the extension…');
  await run(process.execPath, [join(root, 'esbuild.mjs')], { cwd: root });
  const vsce = join(root, 'node_modules/@vscode/vsce/vsce');
  await run(process.execPath, [vsce, 'package', '--no-dependencies', '--out', vsix], { cwd: root });
  return vsix;
}
