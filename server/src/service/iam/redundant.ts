import type { StringNode } from '../model/nodes';
import { coversPattern, hasWildcard } from './wildcard';

/** Strings of which one makes the others superfluous. */
export interface RedundantGroup {
  /** The string that covers the others, as written. */
  readonly cover: string;
  /** All of the group in their order, the covering one included. */
  readonly members: readonly StringNode[];
}

interface Distinct {
  readonly text: string;
  readonly nodes: StringNode[];
  /** What stands before the first wildcard; undefined for a string without. */
  readonly stem: string | undefined;
}

/**
 * Groups of strings in which one covers the rest, by wildcards or by being the same. Compares the strings after
 * `normalise`. Only strings with wildcards are compared with all the others, so that long plain lists stay cheap.
 */
export function findRedundant(
  nodes: readonly StringNode[],
  normalise: (text: string) => string,
): RedundantGroup[] {
  const distinct = [...collect(nodes, normalise).values()];
  const covering = distinct.filter(({ stem }) => stem !== undefined);
  const covered = new Map<Distinct, Distinct[]>();
  const inner = new Set<Distinct>();
  for (const wide of covering) {
    const found = distinct.filter((narrow) => narrow !== wide && covers(wide, narrow));
    covered.set(wide, found);
    for (const narrow of found) inner.add(narrow);
  }
  return distinct
    .filter((one) => !inner.has(one) || isMutual(one, covered))
    .map((one) => ({ one, all: [one, ...(covered.get(one) ?? [])].flatMap((member) => member.nodes) }))
    .filter(({ all }) => all.length > 1)
    .map(({ one, all }) => ({
      cover: one.nodes[0]!.text,
      members: all.sort((a, b) => a.range.start - b.range.start),
    }));
}

function collect(nodes: readonly StringNode[], normalise: (text: string) => string): Map<string, Distinct> {
  const distinct = new Map<string, Distinct>();
  for (const node of nodes) {
    const text = normalise(node.text);
    const known = distinct.get(text);
    if (known) known.nodes.push(node);
    else distinct.set(text, { text, nodes: [node], stem: stemOf(text) });
  }
  return distinct;
}

function stemOf(text: string): string | undefined {
  return hasWildcard(text) ? text.slice(0, text.search(/[*?]/)) : undefined;
}

function covers(wide: Distinct, narrow: Distinct): boolean {
  return narrow.text.startsWith(wide.stem!) && coversPattern(wide.text, narrow.text);
}

/** Two patterns can cover each other (`a**` and `a*`); the first of them then stands for both. */
function isMutual(one: Distinct, covered: ReadonlyMap<Distinct, readonly Distinct[]>): boolean {
  const coverers = [...covered].filter(([, found]) => found.includes(one)).map(([wide]) => wide);
  return coverers.every(
    (wide) => covered.get(one)?.includes(wide) && one.nodes[0]!.range.start < wide.nodes[0]!.range.start,
  );
}
