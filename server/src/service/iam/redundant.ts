import type { StringNode } from '../model/nodes';
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
  /** What stands before the first wildcard; undefined for a string without. */
  readonly stem: string | undefined;
  /** What stands behind the last wildcard. */
  readonly tail: string;
}

/**
 * Groups of strings in which one covers the rest, by wildcards or by being the same. Compares the texts of the
 * nodes in the form in which they count. Only strings with wildcards are compared with all the others, so that long plain lists stay cheap.
 */
export function findRedundant(nodes: readonly StringNode[], texts: readonly string[]): RedundantGroup[] {
  // Most lists end here: no string twice, and none that could cover another.
  if (!texts.some(hasWildcard) && new Set(texts).size === texts.length) return [];
  const distinct = collect(nodes, texts);
  const covered = new Map<Distinct, Distinct[]>();
  const inner = new Set<Distinct>();
  distinct.forEach((wide, at) => {
    if (wide.stem === undefined) return;
    distinct.forEach((narrow, position) => {
      if (narrow === wide || !covers(wide, narrow)) return;
      addTo(covered, wide, narrow);
      // Two patterns can cover each other (`a**` and `a*`); the first of them then stands for both.
      if (position > at || !covers(narrow, wide)) inner.add(narrow);
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
    else distinct.set(text, describe(text, node));
  }
  return [...distinct.values()];
}

function describe(text: string, node: StringNode): Distinct {
  if (!hasWildcard(text)) return { text, nodes: [node], stem: undefined, tail: '' };
  const last = Math.max(text.lastIndexOf('*'), text.lastIndexOf('?'));
  return { text, nodes: [node], stem: text.slice(0, text.search(/[*?]/)), tail: text.slice(last + 1) };
}

/** The stem and the tail tell most strings apart before the patterns are compared. */
function covers({ text, stem, tail }: Distinct, narrow: Distinct): boolean {
  return (
    stem !== undefined &&
    narrow.text.startsWith(stem) &&
    narrow.text.endsWith(tail) &&
    coversPattern(text, narrow.text)
  );
}
