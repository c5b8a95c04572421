/** The part of the TextMate grammar format that is used here. */
export interface Rule {
  readonly comment?: string;
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly include?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Rule[];
}

export type Captures = Readonly<Record<number, Rule>>;

/** Names of rules, in the order in which they are tried. */
export function include(...names: string[]): Rule[] {
  return names.map((name) => ({ include: name }));
}

/** Scopes for the groups of an expression, from 1; an empty one gives none. */
export function scopes(...names: string[]): Captures {
  return Object.fromEntries(
    names.map((name, i) => [i + 1, { name }] as const).filter(([, { name }]) => name),
  );
}
