/** Tells a person what is going on, a line each. */
export function say(line: string): void {
  console.log(`• ${line}`);
}

/** A set-up problem that the person can do something about; the message says what. */
export class SetupError extends Error {}

/** Ends the process with the message of a set-up problem, or with the whole error of any other. */
export function failWith(error: unknown): never {
  console.error(error instanceof SetupError ? `\n✗ ${error.message}` : error);
  process.exit(1);
}
