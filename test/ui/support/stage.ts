import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { environmentFor, writeHome } from '../../environment/awsHome';
import { type Editor, type EditorOptions, startEditor } from '../../environment/editor';
import { type Emulator, startEmulator } from '../../environment/emulator';
import { vsix } from '../../environment/paths';
import { seedAccount, type SeededAccount } from '../../environment/seed';
import { Workbench } from './workbench';

/** Everything a suite plays on: an emulated account, an editor with the packaged extension, a window. */
export interface Stage {
  readonly emulator: Emulator;
  readonly account: SeededAccount;
  readonly workbench: Workbench;
  readonly home: string;
  readonly workspace: string;
  /** Where the editor keeps settings, storage and logs. */
  readonly editorFolder: string;
  close(): Promise<void>;
}

export interface StageOptions extends Partial<Pick<EditorOptions, 'settings' | 'trace' | 'workspaceTrust'>> {
  /** Puts something between the editor and the emulated account: answers the endpoint that the profiles get. */
  readonly between?: (endpoint: string) => Promise<string>;
  /** Added to the editor's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** More extensions beside ours. */
  readonly extensions?: readonly string[];
  /** Files to put into the workspace besides, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** The folder to copy the workspace from; the demo's by default. */
  readonly workspace?: string;
}

/** Sets the stage. Needs the packaged extension. */
export async function setStage(options: StageOptions = {}): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'trustwright-ui-'));
  const workspace = join(folder, 'workspace');
  const home = join(folder, 'home');
  cpSync(options.workspace ?? join(__dirname, '../../environment/workspace'), workspace, { recursive: true });
  for (const [name, text] of Object.entries(options.files ?? {})) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), text);
  }
  const emulator = await startEmulator();
  let editor: Editor | undefined;
  let workbench: Workbench | undefined;
  const close = async () => {
    await workbench?.close();
    await editor?.stop();
    await emulator.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const account = await seedAccount(emulator.endpoint);
    writeHome(home, (await options.between?.(emulator.endpoint)) ?? emulator.endpoint);
    editor = await startEditor({
      folder: join(folder, 'editor'),
      workspace,
      extensions: [vsix, ...(options.extensions ?? [])],
      env: { ...environmentFor(home), ...options.env },
      ...(options.settings && { settings: options.settings }),
      ...(options.trace !== undefined && { trace: options.trace }),
      ...(options.workspaceTrust !== undefined && { workspaceTrust: options.workspaceTrust }),
    });
    workbench = await Workbench.open(editor.url);
    return { emulator, account, workbench, home, workspace, editorFolder: join(folder, 'editor'), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Keeps a picture of what went wrong when a test has failed. */
export async function pictureOfFailure(
  stage: Stage | undefined,
  test: Mocha.Test | undefined,
): Promise<void> {
  if (test?.state !== 'failed' || !stage) return;
  await stage.workbench.screenshot(`failed-${test.fullTitle().replace(/\W+/g, '-')}`);
}
