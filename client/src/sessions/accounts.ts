/** A name and a colour for an account, as the person set them. */
export interface AccountLook {
  readonly name?: string;
  readonly color?: string;
}

/** Colours of terminals, by the names people write in settings. They follow the theme. */
export const accountColors: Readonly<Record<string, string>> = {
  red: 'terminal.ansiRed',
  green: 'terminal.ansiGreen',
  yellow: 'terminal.ansiYellow',
  blue: 'terminal.ansiBlue',
  magenta: 'terminal.ansiMagenta',
  cyan: 'terminal.ansiCyan',
};

/** Given to accounts without a set colour. Red is left for those who want it to mean danger. */
const given = ['yellow', 'cyan', 'magenta', 'green', 'blue'] as const;

/** The theme colour of an account: the one that was set, else always the same for the same account. */
export const colorOfAccount = (account: string, look: AccountLook | undefined): string => {
  const set = look?.color === undefined ? undefined : accountColors[look.color];
  const sum = [...account].reduce((total, digit) => (total * 31 + digit.charCodeAt(0)) % 9973, 7);
  return set ?? accountColors[given[sum % given.length]!]!;
};
