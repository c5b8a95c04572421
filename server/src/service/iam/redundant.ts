import type { StringNode } from '../model/nodes';
import { rememberByText } from '../remember';
import { byStem } from './byStem';
import { areDistinct } from './distinct';
import { coversPattern, hasWildcard } from './wildcard';

/** Strings of which one makes the others superfluous. */
export interface RedundantGroup {
  /** The string that covers the others, as written. */
  readonly cover: string;
  /** All of the group in their order, the covering one included. */
  readonly members: readonly StringNode[];
}

/** One text of a list and all the places where it stands. */
interface Distinct {
  readonly text: string;
  /** Its place among the texts of the list. */
  readonly at: number;
  readonly nodes: StringNode[];
  /** Undefined for a string without wildcards. */
  readonly form: Form | undefined;
}

/** What to find in each text that a pattern covers; this tells most apart before patterns are compared. */
interface Form {
  /** What stands before the first wildcard. */
  readonly stem: string;
  /** What stands behind the last wildcard. */
  readonly tail: string;
  /** The longest piece without wildcards: it stands in each text too. */
  readonly piece: string;
}

/**
 * Groups of strings in which one covers the rest, by wildcards or by being the same. Compares the texts of the
 * nodes in the form in which they count. Only strings with wildcards are compared with others, so that long plain lists
 * stay cheap.
 */
export function findRedundant(nodes: readonly StringNode[], forms: readonly string[]): RedundantGroup[] {
  const distinct = collect(nodes, forms);
  const texts = [...distinct.keys()];
  const candidates = byStem(texts, texts.filter(hasWildcard).length);
  const covered = new Map<Distinct, Distinct[]>();
  const inner = new Set<Distinct>();
  for (const wide of distinct.values()) {
    if (!wide.form) continue;
    for (const text of candidates(wide.form.stem)) {
      if (text === wide.text || !covers(wide.text, wide.form, text)) continue;
      const narrow = distinct.get(text)!;
      addTo(covered, wide, narrow);
      // Two patterns can cover each other (`a**` and `a*`); the first of them then stands for both.
      if (narrow.at > wide.at || !coversAll(narrow, wide)) inner.add(narrow);
    }
  }
  return [...distinct.values()]
    .filter((one) => !inner.has(one) && (one.nodes.length > 1 || covered.has(one)))
    .map((one) => ({
      cover: one.nodes[0]!.text,
      members: [one, ...(covered.get(one) ?? [])]
        .flatMap((member) => member.nodes)
        .sort((a, b) => a.range.start - b.range.start),
    }));
}

/**
 * Whether a string stands twice in the list, or covers another.
 *
 * @param patterns those of the texts that have wildcards
 */
export function holdsRedundant(
  texts: readonly string[],
  patterns: readonly string[] = texts.filter(hasWildcard),
): boolean {
  if (!areDistinct(texts)) return true;
  // Most lists end here.
  if (patterns.length === 0) return false;
  const candidates = byStem(texts, patterns.length);
  return patterns.some((wide) => {
    const form = formOf(wide);
    return form && candidates(form.stem).some((narrow) => narrow !== wide && covers(wide, form, narrow));
  });
}

function addTo(covered: Map<Distinct, Distinct[]>, wide: Distinct, narrow: Distinct): void {
  const found = covered.get(wide);
  if (found) found.push(narrow);
  else covered.set(wide, [narrow]);
}

function collect(nodes: readonly StringNode[], texts: readonly string[]): ReadonlyMap<string, Distinct> {
  const distinct = new Map<string, Distinct>();
  for (const [at, node] of nodes.entries()) {
    const text = texts[at]!;
    const known = distinct.get(text);
    if (known) known.nodes.push(node);
    else distinct.set(text, { text, at: distinct.size, nodes: [node], form: formOf(text) });
  }
  return distinct;
}

const formOf = rememberByText((text): Form | undefined => {
  if (!hasWildcard(text)) return undefined;
  const pieces = text.split(/[*?]/);
  const piece = pieces.reduce((longest, one) => (one.length > longest.length ? one : longest));
  return { stem: pieces[0]!, tail: pieces.at(-1)!, piece };
});

function coversAll({ text, form }: Distinct, narrow: Distinct): boolean {
  return form !== undefined && covers(text, form, narrow.text);
}

function covers(wide: string, { stem, tail, piece }: Form, narrow: string): boolean {
  // The longest piece tells most apart: many begin and end alike.
  const isAlike = narrow.includes(piece) && narrow.startsWith(stem) && narrow.endsWith(tail);
  return isAlike && coversPattern(wide, narrow);
}
