import { join } from 'node:path';
import type { Editor, EditorOptions } from './editor';
import { start } from './processes';
import { run, which } from './run';
import { SetupError } from './say';

/** The desktop editor on the PATH. */
export function desktopCode(): string | undefined {
  return which('code');
}

/** Opens the desktop VS Code with settings and extensions of its own, apart from the person's. */
export async function openDesktop({ folder, workspace, extensions, env }: EditorOptions): Promise<Editor> {
  const code = desktopCode();
  if (!code)
    throw new SetupError('There is no `code` on the PATH. Leave out --desktop to use the built-in editor.');
  const folders = ['--user-data-dir', join(folder, 'user'), '--extensions-dir', join(folder, 'extensions')];
  for (const vsix of extensions)
    await run(code, [...folders, '--install-extension', vsix, '--force'], { env });
  const running = start(
    code,
    [...folders, '--disable-workspace-trust', '--new-window', '--wait', workspace],
    { env },
  );
  return { url: '', stop: () => running.stop() };
}
