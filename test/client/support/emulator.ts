import { startEmulator } from '../../environment/emulator';

let running: ReturnType<typeof startEmulator> | undefined;

/**
 * The endpoint of an emulated AWS, started once for all test files that want one and stopped at the end.
 * Ask for it in `before`, while the environment is the caller's own: the emulator inherits it.
 */
export const emulator = async (): Promise<string> => (await (running ??= startEmulator())).endpoint;

after(async () => {
  await (await running)?.stop();
});
