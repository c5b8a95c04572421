import { runCheck, type Terminal } from './check';
import { help } from './help';
import { parseCheckOptions, UsageError } from './options';

/** Runs the command line; gives the exit code, or undefined while the language server runs on. */
export async function run(
  words: readonly string[],
  version: string,
  terminal: Terminal,
): Promise<number | undefined> {
  const [command, ...rest] = words;
  if (command === undefined || command === '--help' || command === '-h' || rest.includes('--help')) {
    (command === undefined ? terminal.error : terminal.out)(help);
    return command === undefined ? 2 : 0;
  }
  try {
    return await dispatch(command, rest, version, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.error(`trustwright: ${error.message}\nTry trustwright --help.\n`);
    return 2;
  }
}

async function dispatch(command: string, rest: readonly string[], version: string, terminal: Terminal) {
  switch (command) {
    case '--version':
      terminal.out(`${version}\n`);
      return 0;
    case 'check':
      return runCheck(parseCheckOptions(rest), version, terminal);
    case 'lsp':
      // Loaded only here: the language server's library is of no use to a check.
      await import('../main');
      return undefined;
    default:
      throw new UsageError(`There is no command "${command}".`);
  }
}
