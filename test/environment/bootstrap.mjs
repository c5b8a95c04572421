// Makes a bare clone able to run: installs the dependencies where they are missing or outdated, then hands over
// to the TypeScript program of that name. Uses nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const stamp = join(root, 'node_modules/.trustwright-lock');
const [program, ...words] = process.argv.slice(2);

function ensureDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('• Installing dependencies (npm ci)…');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm ci failed. Is the npm registry reachable?');
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, lock);
}

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(`Trustwright is built with Node 20 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}
ensureDependencies();
// Not by tsx's own program: it kills a child that does not answer Ctrl-C within a blink, before all has stopped.
const child = spawn(
  process.execPath,
  ['--import', 'tsx', join(root, 'test/environment', `${program}.ts`), ...words],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
// Ctrl-C reaches the whole group by itself; the child decides when all it started has stopped.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (signal === 'SIGTERM') child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
