// Bundles programs that share their code and load the rarer parts of it when they need them. A file `….lazy.ts` becomes a
// file of its own, which `require` brings in. esbuild splits ES modules only, so what it makes is turned into CommonJS.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import * as esbuild from 'esbuild';

/** Files of an earlier build, whose names change with what they hold: lazy parts, and code that several files share. */
const earlier = /^(lazy|shared)-.*\.js$/;

/**
 * The options of such a bundle.
 *
 * @param {object} parts
 * @param {Record<string, string>} parts.programs name of each program to the file it starts in
 * @param {Record<string, string>} parts.lazy name of each lazy part, `lazy-…`, to its file
 * @param {string} parts.core what all programs need: it and all that it imports stay together in one file
 * @param {Record<string, string>} parts.banners name of a program to the lines before it
 * @param {esbuild.BuildOptions} common
 * @returns {esbuild.BuildOptions}
 */
export function split({ programs, lazy, core, banners }, common) {
  return {
    ...common,
    entryPoints: {
      ...programs,
      ...Object.fromEntries(Object.keys(lazy).map((name) => [name, `lazy:${name}`])),
    },
    format: 'esm',
    splitting: true,
    chunkNames: 'shared-[hash]',
    write: false,
    metafile: true,
    plugins: [lazyParts(lazy, core), asCommonJs(banners, common)],
  };
}

/** @returns {esbuild.Plugin} */
function lazyParts(lazy, core) {
  const names = new Map(Object.entries(lazy).map(([name, file]) => [resolve(file), name]));
  return {
    name: 'lazy-parts',
    setup(build) {
      build.onResolve({ filter: /\.lazy$/ }, ({ kind, path, resolveDir }) => {
        if (kind !== 'require-call') return undefined;
        const name = names.get(`${resolve(resolveDir, path)}.ts`);
        if (!name) return { errors: [{ text: `${path} is not in the list of lazy parts` }] };
        return { path: `./${name}.js`, external: true };
      });
      build.onResolve({ filter: /^lazy:/ }, ({ path }) => ({
        path: path.slice('lazy:'.length),
        namespace: 'lazy',
      }));
      // A part comes after the core. To import all of it, not just what the part needs, keeps the core in one piece.
      build.onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path: name }) => ({
        contents: [core, lazy[name]]
          .map((file, index) => `${index ? 'export * from' : 'import'} ${JSON.stringify(resolve(file))};`)
          .join('\n'),
        resolveDir: dirname(resolve(lazy[name])),
      }));
    },
  };
}

/** @returns {esbuild.Plugin} */
function asCommonJs(banners, { minify, sourcemap, target, outdir }) {
  return {
    name: 'as-common-js',
    setup(build) {
      build.onEnd(async ({ errors, outputFiles }) => {
        if (errors.length > 0) return;
        await mkdir(outdir, { recursive: true });
        const old = (await readdir(outdir)).filter((name) => earlier.test(name));
        await Promise.all(old.map((name) => rm(join(outdir, name))));
        for (const { path, text } of outputFiles) {
          const settings = {
            minify,
            sourcemap,
            target,
            platform: 'node',
            format: 'cjs',
            legalComments: 'none',
          };
          const { code } = await esbuild.transform(text, {
            ...settings,
            supported: { 'dynamic-import': false },
          });
          await writeFile(path, (banners[basename(path, '.js')] ?? '') + code);
        }
      });
    },
  };
}
