// Bundles the extension's programs into dist/. `node esbuild.mjs --watch` rebuilds on change.
import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import * as esbuild from 'esbuild';
import { thirdPartyNotices } from './licences.mjs';

const watch = process.argv.includes('--watch');

const { version } = JSON.parse(await readFile('package.json', 'utf8'));

/** @type {esbuild.BuildOptions} */
const common = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // jsonc-parser's UMD build hides its requires from the bundler; ESM entries also shake better.
  mainFields: ['module', 'main'],
  minify: !watch,
  sourcemap: watch ? 'inline' : false,
  legalComments: 'none',
  logLevel: 'warning',
  outdir: 'dist',
  define: {
    'process.env.TRUSTWRIGHT_VERSION': JSON.stringify(version),
    'import.meta.url': 'importMetaUrl',
  },
};

/** Everything that needs the AWS SDK stays in a bundle of its own, loaded on first use. */
const lazyAws = {
  name: 'lazy-aws',
  /** @param {esbuild.PluginBuild} build */
  setup(build) {
    build.onResolve({ filter: /\/awsEntry$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './aws.js', external: true } : undefined,
    );
  },
};

/** A dependency's ES module asks for its own address, which a CommonJS bundle has to be told. */
const importMetaUrl = `const importMetaUrl = require('node:url').pathToFileURL(__filename).href;`;

const bundles = [
  { entry: { client: 'client/src/extension.ts' }, external: ['vscode'], plugins: [lazyAws] },
  { entry: { aws: 'client/src/aws/awsEntry.ts' }, external: ['vscode'] },
  { entry: { 'credential-process': 'client/src/credentialProcess.ts' } },
  { entry: { server: 'server/src/main.ts' } },
  { entry: { cli: 'server/src/cli.ts' }, banner: { js: `#!/usr/bin/env node\n${importMetaUrl}` } },
].filter(({ entry }) => Object.values(entry).every((file) => existsSync(file)));

await mkdir('dist', { recursive: true });
await copyFile('server/data/iam-catalog.bin', 'dist/iam-catalog.bin');
const metafiles = [];
for (const { entry, ...options } of bundles) {
  const settings = { ...common, ...options, entryPoints: entry };
  if (watch) await (await esbuild.context(settings)).watch();
  else metafiles.push((await esbuild.build({ ...settings, metafile: true })).metafile);
}
if (existsSync('dist/cli.js')) await chmod('dist/cli.js', 0o755);
if (!watch) await writeFile('dist/THIRD-PARTY-NOTICES.md', thirdPartyNotices(metafiles));
