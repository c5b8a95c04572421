import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installEditor } from './installEditor';
import { freePort, start, waitForAnswer } from './processes';
import { run } from './run';

export interface EditorOptions {
  /** A private folder for the editor's settings, extensions and logs. */
  readonly folder: string;
  /** The folder to open. */
  readonly workspace: string;
  /** Extensions to install, as VSIX files. */
  readonly extensions: readonly string[];
  /** What the editor and its terminals get for an environment. */
  readonly env: NodeJS.ProcessEnv;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Log everything there is to log. */
  readonly trace?: boolean;
  /** Leave workspace trust on, as it is for a user; off by default. */
  readonly workspaceTrust?: boolean;
}

export interface Editor {
  /** The address that opens the workspace. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What makes the editor quiet and its looks the same everywhere. */
const quietSettings = {
  'security.workspace.trust.untrustedFiles': 'open',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'git.enabled': false,
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'editor.minimap.enabled': false,
  'terminal.integrated.gpuAcceleration': 'off',
  'terminal.integrated.defaultProfile.linux': 'bash',
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/** Starts a real VS Code with the extensions on a free port of the loopback interface. */
export async function startEditor(options: EditorOptions): Promise<Editor> {
  const { node, entry } = await installEditor();
  const { folder, workspace, env } = options;
  const folders = ['--user-data-dir', join(folder, 'user'), '--extensions-dir', join(folder, 'extensions')];
  writeSettings(folder, { ...quietSettings, ...options.settings });
  const installs = options.extensions.flatMap((vsix) => ['--install-extension', vsix]);
  await run(node, [entry, ...folders, ...installs, '--force'], { env });
  const port = await freePort();
  const running = start(
    node,
    [
      entry,
      ...folders,
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`],
      ...['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'],
      ...(options.trace ? ['--log', 'trace'] : []),
      ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
      workspace,
    ],
    { env },
  );
  const address = `http://127.0.0.1:${port}`;
  try {
    await waitForAnswer(`${address}/healthz`, running);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { url: `${address}/?folder=${encodeURIComponent(workspace)}`, stop: () => running.stop() };
}

function writeSettings(folder: string, settings: Record<string, unknown>): void {
  mkdirSync(join(folder, 'user/User'), { recursive: true });
  writeFileSync(join(folder, 'user/User/settings.json'), JSON.stringify(settings, null, 2));
}
