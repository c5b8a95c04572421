import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cached } from './cached';
import { run } from './run';
import { say } from './say';
import { ensureSystemPackages } from './systemPackages';

const nodeVersion = '24.9.0';
const editorVersion = '4.139.1';

/** A real VS Code as code-server packages it, and the Node it runs on. */
export interface EditorInstallation {
  readonly node: string;
  /** code-server's entry point. */
  readonly entry: string;
}

/** Finds the editor in the cache or installs it there; the first time its native modules are compiled. */
export async function installEditor(): Promise<EditorInstallation> {
  const node = await installNode();
  const folder = await cached(`code-server-${editorVersion}-node-${nodeVersion}`, async (unfinished) => {
    await ensureSystemPackages('compiler');
    say(
      `Installing VS Code (code-server ${editorVersion}) and compiling its native modules: about 3 minutes, once…`,
    );
    await writeManifest(unfinished, { 'code-server': editorVersion }, ['code-server', 'argon2']);
    const env = {
      ...npmEnvironment(),
      PATH: `${join(node, 'bin')}:${process.env.PATH ?? ''}`,
      npm_config_nodedir: node,
    };
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: unfinished, env });
  });
  return { node: join(node, 'bin/node'), entry: join(folder, 'node_modules/code-server/out/node/entry.js') };
}

/** Node as its npm package ships it: the binary, and the headers that native modules compile against. */
async function installNode(): Promise<string> {
  const folder = await cached(`node-${nodeVersion}`, async (unfinished) => {
    say(`Installing Node ${nodeVersion} for the editor…`);
    await writeManifest(unfinished, { node: nodeVersion }, ['node']);
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: unfinished,
      env: npmEnvironment(),
    });
  });
  const platform = `node-${process.platform}-${process.arch}`;
  return join(folder, 'node_modules/node/node_modules', platform);
}

/** npm 11 runs install scripts only of packages that the manifest allows. */
async function writeManifest(
  folder: string,
  dependencies: Record<string, string>,
  scripts: string[],
): Promise<void> {
  const allowScripts = Object.fromEntries(scripts.map((name) => [name, true]));
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies, allowScripts }),
  );
}

/**
 * The environment without what the npm that runs us left in it: another npm would take its Node version, among
 * other things, for its own. Ways to the registry stay.
 */
function npmEnvironment(): NodeJS.ProcessEnv {
  const keep = /^npm_config_(registry|.*proxy|cafile|strict_ssl)$/i;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') || keep.test(name)),
  );
}
