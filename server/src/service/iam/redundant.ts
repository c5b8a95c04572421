import type { StringNode } from '../model/nodes';
import { rememberByText } from '../remember';
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
  readonly nodes: StringNode[];
  /** Undefined for a string without wildcards. */
  readonly form: Form | undefined;
}

interface Form {
  /** What stands before the first wildcard. */
  readonly stem: string;
  /** What stands behind the last wildcard. */
  readonly tail: string;
}

/**
 * Groups of strings in which one covers the rest, by wildcards or by being the same. Compares the texts of the
 * nodes in the form in which they count. Only strings with wildcards are compared with all the others, so that long plain lists stay cheap.
 */
export function findRedundant(nodes: readonly StringNode[], texts: readonly string[]): RedundantGroup[] {
  // Most lists end here.
  if (!holdsRedundant(texts)) return [];
  const distinct = collect(nodes, texts);
  const covered = new Map<Distinct, Distinct[]>();
  const inner = new Set<Distinct>();
  distinct.forEach((wide, at) => {
    if (!wide.form) return;
    distinct.forEach((narrow, position) => {
      if (narrow === wide || !coversAll(wide, narrow)) return;
      addTo(covered, wide, narrow);
      // Two patterns can cover each other (`a**` and `a*`); the first of them then stands for both.
      if (position > at || !coversAll(narrow, wide)) inner.add(narrow);
    });
  });
  return distinct
    .filter((one) => !inner.has(one) && (one.nodes.length > 1 || covered.has(one)))
    .map((one) => ({
      cover: one.nodes[0]!.text,
      members: [one, ...(covered.get(one) ?? [])]
        .flatMap((member) => member.nodes)
        .sort((a, b) => a.range.start - b.range.start),
    }));
}

/** Whether a string stands twice in the list, or covers another. */
export function holdsRedundant(texts: readonly string[]): boolean {
  if (!areDistinct(texts)) return true;
  return texts.some((text) => {
    const form = formOf(text);
    return form !== undefined && texts.some((narrow) => narrow !== text && covers(text, form, narrow));
  });
}

function addTo(covered: Map<Distinct, Distinct[]>, wide: Distinct, narrow: Distinct): void {
  const found = covered.get(wide);
  if (found) found.push(narrow);
  else covered.set(wide, [narrow]);
}

function collect(nodes: readonly StringNode[], texts: readonly string[]): readonly Distinct[] {
  const distinct = new Map<string, Distinct>();
  for (const [at, node] of nodes.entries()) {
    const text = texts[at]!;
    const known = distinct.get(text);
    if (known) known.nodes.push(node);
    else distinct.set(text, { text, nodes: [node], form: formOf(text) });
  }
  return [...distinct.values()];
}

const formOf = rememberByText((text): Form | undefined => {
  if (!hasWildcard(text)) return undefined;
  const last = Math.max(text.lastIndexOf('*'), text.lastIndexOf('?'));
  return { stem: text.slice(0, text.search(/[*?]/)), tail: text.slice(last + 1) };
});

function coversAll({ text, form }: Distinct, narrow: Distinct): boolean {
  return form !== undefined && covers(text, form, narrow.text);
}

/** The stem and the tail tell most strings apart before the patterns are compared. */
function covers(wide: string, { stem, tail }: Form, narrow: string): boolean {
  return narrow.startsWith(stem) && narrow.endsWith(tail) && coversPattern(wide, narrow);
}
