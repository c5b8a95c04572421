import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { installEditor } from './installEditor';
import { packageExtension } from './packageExtension';
import { root } from './paths';
import { type Running, startVisible } from './processes';
import { failWith, say } from './say';
import { ensureSystemPackages } from './systemPackages';

/** What a layer of the tests came to. */
interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
}

/** A layer: a name, and a command whose result is counted. */
interface Layer {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

const bin = (...path: string[]) => join(root, 'node_modules', ...path);
const reports = join(root, 'out/reports');
const started = new Set<Running>();

const layers: readonly Layer[] = [
  { name: 'types', run: () => command([bin('typescript/bin/tsc'), '-b']) },
  { name: 'lint', run: () => command([bin('eslint/bin/eslint.js'), '.']) },
  {
    name: 'format',
    run: () => command([bin('prettier/bin/prettier.cjs'), '--check', '--log-level=warn', '.']),
  },
  { name: 'unit', run: () => mocha('unit') },
  { name: 'package', run: () => packageExtension().then(() => ({ passed: 1, failed: 0, skipped: 0 })) },
  { name: 'protocol', run: () => mocha('protocol') },
  { name: 'editor', run: () => mocha('ui') },
];

/** Everything: sets up, runs each layer even when another has failed, and counts. */
async function test(only: readonly string[]): Promise<void> {
  const begin = Date.now();
  mkdirSync(reports, { recursive: true });
  await ensureSystemPackages('browser', 'commandLine');
  await installEditor();
  const total: Outcome = { passed: 0, failed: 0, skipped: 0 };
  for (const { name, run } of layers) {
    if (only.length > 0 && !only.includes(name)) continue;
    const from = Date.now();
    say(`${name}…`);
    const { passed, failed, skipped } = await run().catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    say(`${name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - from) / 1000)} s)`);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  say(`All of it took ${Math.round((Date.now() - begin) / 1000)} s.`);
  console.log(
    `${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`,
  );
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
}

/** Runs a Node program that either succeeds or fails as one test. */
async function command(words: readonly string[]): Promise<Outcome> {
  const code = await finish(words);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** Runs a layer of Mocha tests and reads its report; a run that gives none has failed. */
async function mocha(layer: string): Promise<Outcome> {
  const report = join(reports, `${layer}.json`);
  rmSync(report, { force: true });
  const config = join(root, `test/.mocharc.${layer}.json`);
  const reporter = join(root, 'test/environment/mochaReporter.cjs');
  const code = await finish([
    bin('mocha/bin/mocha.js'),
    ...['--config', config, '--reporter', reporter, '--reporter-option', `report=${report}`],
  ]);
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const outcome = JSON.parse(readFileSync(report, 'utf8')) as Outcome;
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

async function finish(words: readonly string[]): Promise<number> {
  const running = startVisible(process.execPath, words, { cwd: root });
  started.add(running);
  const code = await running.ended;
  started.delete(running);
  return code;
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    void Promise.all([...started].map((running) => running.stop())).then(() => process.exit(130));
  });
}

test(process.argv.slice(2).filter((word) => !word.startsWith('-'))).catch(failWith);
