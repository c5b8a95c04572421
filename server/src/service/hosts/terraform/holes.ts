import escapeRegExp from 'escape-string-regexp';
import { computedOf, type Entry, type PolicyNode, type StringNode } from '../../model/nodes';
import { piecesAround } from '../cloudformation/sub';

/** A name in capitals between underscores, which whoever gets the document replaces. */
const placeholder = '(?<![A-Za-z0-9])_[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?![A-Za-z0-9])';

/** Where a policy's text is not yet what it will be: at placeholders, and at texts that the file replaces. */
export function holesOf(replaced: readonly string[]): RegExp {
  const texts = replaced
    .filter((text) => text.length > 2)
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp);
  return new RegExp([...texts, placeholder].join('|'), 'g');
}

/** The value with strings computed where there are holes in them; keys stay as they are. */
export function withHoles(node: PolicyNode, holes: RegExp): PolicyNode {
  if (node.kind === 'string')
    return node.text.search(holes) < 0 ? node : computedOf(node.range, piecesAround(node, holes));
  if (node.kind === 'computed')
    return node.pieces?.some((piece) => piece && piece.text.search(holes) >= 0)
      ? {
          ...node,
          ...computedOf(
            node.range,
            node.pieces.flatMap((piece) => around(piece, holes)),
          ),
        }
      : node;
  if (node.kind === 'array') return { ...node, items: node.items.map((item) => withHoles(item, holes)) };
  if (node.kind !== 'object') return node;
  const inEntry = (entry: Entry): Entry =>
    entry.value ? { ...entry, value: withHoles(entry.value, holes) } : entry;
  return { ...node, entries: node.entries.map(inEntry) };
}

function around(piece: StringNode | undefined, holes: RegExp): readonly (StringNode | undefined)[] {
  return piece ? piecesAround(piece, holes) : [piece];
}
