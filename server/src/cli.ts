import { run } from './cli/main';

// The bundler writes the package's version in here.
const version = process.env.TRUSTWRIGHT_VERSION ?? 'development';

const terminal = {
  stdin: process.stdin,
  out: (text: string) => void process.stdout.write(text),
  error: (text: string) => void process.stderr.write(text),
};

run(process.argv.slice(2), version, terminal).then(
  (code) => {
    if (code !== undefined) process.exitCode = code;
  },
  (error: unknown) => {
    terminal.error(
      `trustwright: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 2;
  },
);
