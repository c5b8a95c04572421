/**
 * The squiggle notation of our fixtures: under a line of a policy stands another that marks findings of it.
 *
 *     "Effect": "Alow",
 *               ^^^^^^ INVALID_EFFECT
 *
 * `^^^` marks columns of the line above. `^...` marks a finding that begins there and ends on a later line.
 * Codes that share the place are separated by commas. The marking lines are taken out before the policy is read.
 */
export interface Mark {
  readonly code: string;
  /** From 0, in the text without marks. */
  readonly line: number;
  readonly from: number;
  /** Exclusive; undefined when the finding ends on a later line. */
  readonly to: number | undefined;
}

export interface Annotated {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const markLine = /^(\s*)(\^+)(\.\.\.)? +([A-Z0-9_]+(?:, *[A-Z0-9_]+)*)\s*$/;

export function parseAnnotated(source: string): Annotated {
  const lines: string[] = [];
  const marks: Mark[] = [];
  for (const line of source.split('\n')) {
    const match = markLine.exec(line);
    if (!match) {
      lines.push(line);
      continue;
    }
    const [, indent, carets, open, codes] = match as unknown as [string, string, string, string?, string?];
    for (const code of (codes ?? '').split(/, */)) {
      const to = open ? undefined : indent.length + carets.length;
      marks.push({ code, line: lines.length - 1, from: indent.length, to });
    }
  }
  return { text: lines.join('\n'), marks };
}

/** Writes marks the way people read them in a failing test. */
export function showMarks(marks: readonly Mark[]): string[] {
  return marks
    .map(({ code, line, from, to }) => `${line + 1}:${from + 1}-${to === undefined ? '...' : to + 1} ${code}`)
    .sort();
}

/** The mark of an offset range of the text. */
export function markOf(code: string, range: { start: number; end: number }, text: string): Mark {
  const before = text.slice(0, range.start).split('\n');
  const inside = text.slice(range.start, range.end);
  const from = before.at(-1)!.length;
  return {
    code,
    line: before.length - 1,
    from,
    to: inside.includes('\n') ? undefined : from + inside.length,
  };
}
