import type { Chunk } from './chunks';

const alias = /(?:^|[\s[,:-])\*([\w-]+)/gm;

/** The chunks; all of the text as one where an alias in a chunk stands for something outside of it. */
export function wholeWhereLinked(chunks: readonly Chunk[], text: string): readonly Chunk[] {
  if (!/&[\w-]/.test(text)) return chunks;
  const isLinked = chunks.some((chunk) =>
    [...chunk.text.matchAll(alias)].some(
      ([, name]) => !hasAnchor(chunk.text, name!) && hasAnchor(text, name!),
    ),
  );
  return isLinked && !/^---\s*$/m.test(text.trimStart().slice(3)) ? [{ text, start: 0, path: [] }] : chunks;
}

function hasAnchor(text: string, name: string): boolean {
  return new RegExp(`&${name}(?![\\w-])`).test(text);
}
