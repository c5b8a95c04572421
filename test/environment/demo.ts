import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentFor, writeHome } from './awsHome';
import { desktopCode, openDesktop } from './desktop';
import { startEditor } from './editor';
import { startEmulator } from './emulator';
import { packageExtension } from './packageExtension';
import { failWith, say } from './say';
import { seedAccount } from './seed';
import { ensureSystemPackages } from './systemPackages';

/** Sets everything up, opens the sample workspace in a real editor, and waits for Ctrl-C. */
async function demo(desktop: boolean): Promise<void> {
  const begin = Date.now();
  const stops: (() => Promise<void> | void)[] = [];
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  const interrupted = new Promise<void>((resolve) => {
    // Not once: npm and tsx pass on what the terminal has sent already, and a second one would end this before it has stopped.
    process.on('SIGINT', resolve);
    process.on('SIGTERM', resolve);
  });
  try {
    const folder = mkdtempSync(join(tmpdir(), 'trustwright-demo-'));
    stops.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
    const workspace = join(folder, 'workspace');
    cpSync(join(__dirname, 'workspace'), workspace, { recursive: true });
    await ensureSystemPackages('commandLine');
    const vsix = await packageExtension();
    say('Starting the emulated AWS account…');
    const emulator = await startEmulator();
    stops.push(() => emulator.stop());
    await seedAccount(emulator.endpoint);
    const home = join(folder, 'home');
    writeHome(home, emulator.endpoint);
    const options = {
      folder: join(folder, 'editor'),
      workspace,
      extensions: [vsix],
      env: environmentFor(home),
    };
    say('Starting VS Code…');
    const editor = desktop ? await openDesktop(options) : await startEditor(options);
    stops.push(() => editor.stop());
    const seconds = Math.round((Date.now() - begin) / 1000);
    console.log(
      `\n  Ready after ${seconds} s. ${desktop ? 'A VS Code window has opened.' : `Open ${editor.url}`}`,
    );
    if (!desktop && desktopCode()) console.log('  There is a desktop VS Code too: npm run demo -- --desktop');
    console.log('  Ctrl-C stops everything.\n');
    await interrupted;
    console.log();
    say('Stopping…');
  } finally {
    await stopAll();
  }
}

demo(process.argv.includes('--desktop')).then(() => process.exit(0), failWith);
