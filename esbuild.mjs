// Bundles the extension's programs into dist/. `node esbuild.mjs --watch` rebuilds on change.
import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';
import { thirdPartyNotices } from './licences.mjs';
import { split } from './splitting.mjs';

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
  { entryPoints: { client: 'client/src/extension.ts' }, external: ['vscode'], plugins: [lazyAws] },
  { entryPoints: { aws: 'client/src/aws/awsEntry.ts' }, external: ['vscode'] },
  { entryPoints: { 'credential-process': 'client/src/credentialProcess.ts' } },
].map((options) => ({ ...common, ...options, metafile: true }));

const service = split(
  {
    programs: { server: 'server/src/main.ts', cli: 'server/src/cli.ts' },
    lazy: {
      'lazy-recovering': 'server/src/service/readers/json/recovering.lazy.ts',
      'lazy-completion': 'server/src/service/features/completion.lazy.ts',
      'lazy-help': 'server/src/service/features/help.lazy.ts',
      'lazy-convert': 'server/src/service/convert/convert.lazy.ts',
      'lazy-cloudformation': 'server/src/service/hosts/cloudformation/readJson.lazy.ts',
      'lazy-yaml': 'server/src/service/hosts/yaml/read.lazy.ts',
      'lazy-terraform': 'server/src/service/hosts/terraform/read.lazy.ts',
      'lazy-addresses': 'server/src/service/iam/ipRange.lazy.ts',
      'lazy-globs': 'server/src/host/globs.lazy.ts',
    },
    core: 'server/src/service/index.ts',
    banners: { cli: `#!/usr/bin/env node\n${importMetaUrl}\n` },
  },
  common,
);

await mkdir('dist', { recursive: true });
await copyFile('server/data/iam-catalog.bin', 'dist/iam-catalog.bin');
const metafiles = [];
for (const settings of [...bundles, service]) {
  if (watch) await (await esbuild.context(settings)).watch();
  else metafiles.push((await esbuild.build(settings)).metafile);
}
if (!watch) {
  await chmod('dist/cli.js', 0o755);
  await writeFile('dist/THIRD-PARTY-NOTICES.md', thirdPartyNotices(metafiles));
}
