import type { KindOfPolicy } from '../../checks/check';
import type { PolicySyntax } from '../host';
import type { TemplateFact } from '../../checks/template/facts';
import { factsOf } from './facts';
import { documentName, findPolicies, type Found, type Known } from './findPolicies';
import type { Block } from './hcl/ast';
import { type HclPieces, type Piece, readAgain } from './hcl/pieces';
import { kindsOfDocuments, replacedIn, type Use, usesIn } from './uses';

/** What was found in a block. */
interface ReadBlock {
  readonly block: Block;
  /** How much further on it stands. */
  readonly shift: number;
  readonly uses: readonly Use[];
  /** Texts that the block itself replaces. */
  readonly replaces: readonly string[];
  readonly told: KindOfPolicy | undefined;
  /** With places as in the block. */
  readonly found: readonly Found[];
  /** What it says of roles and profiles, with places as in the block. */
  readonly facts: readonly TemplateFact[];
}

/** What was found in the blocks of a text. */
export interface Reading {
  readonly parts: readonly ReadBlock[];
  /** The parts by their blocks, for those that the next text has as well. */
  readonly byBlock: ReadonlyMap<Block, ReadBlock>;
  readonly known: Known;
  /** Texts that any block replaces. */
  readonly replaced: readonly string[];
}

/**
 * Finds the policies of all blocks. A block that an earlier text had as well is looked at again only where its use makes
 * another kind of it; a policy that says what another one said is the same, so that nobody has to check it again.
 *
 * @param syntaxOf the syntax of a policy, if not its own
 */
export function readBlocks(
  { text, pieces }: HclPieces,
  before: Reading | undefined,
  syntaxOf?: (syntax: PolicySyntax, source: string) => PolicySyntax,
): Reading {
  const blocks = pieces.flatMap((piece) =>
    piece.item.kind === 'block' ? [{ piece, block: piece.item, read: before?.byBlock.get(piece.item) }] : [],
  );
  const uses = blocks.map(({ block, read }) => read?.uses ?? usesIn(block));
  const kinds = kindsOfDocuments(uses.flat());
  const mayReplace = text.includes('replace(');
  const replaces = blocks.map(({ block, read }) => read?.replaces ?? (mayReplace ? replacedIn(block) : []));
  const replaced = [...new Set(replaces.flat())].sort();
  const sameHoles = replaced.join('\n') === (before?.replaced ?? []).join('\n');
  const parts = blocks.map(({ piece, block, read }, index): ReadBlock => {
    const { shift } = piece;
    const told = kinds.get(documentName(block) ?? '');
    if (read && sameHoles && isSame(read.told, told)) return read.shift === shift ? read : { ...read, shift };
    const found = findIn(shift === 0 ? piece : readAgain(piece, text), text, told, replaced, before?.known);
    const sourceOf = ({ file: { range }, start }: Found) =>
      text.slice(start, start + range.end - range.start);
    const own = syntaxOf
      ? found.map((one) => withSyntax(one, syntaxOf(one.file.syntax, sourceOf(one))))
      : found;
    const policies = back(own, shift);
    const facts = factsOf(block, policies, text.slice(block.range.start + shift, block.range.end + shift));
    const [itsUses, itsReplaces] = [uses[index]!, replaces[index]!];
    return { block, shift, told, uses: itsUses, replaces: itsReplaces, found: policies, facts };
  });
  return {
    parts,
    byBlock: new Map(parts.map((part) => [part.block, part])),
    replaced,
    known: new Map(parts.flatMap(({ found }) => found.map(({ name, file }) => [name, file] as const))),
  };
}

function findIn(
  { item, problems }: Piece,
  text: string,
  told: KindOfPolicy | undefined,
  replaced: readonly string[],
  known: Known | undefined,
): Found[] {
  return item.kind === 'block' ? findPolicies(item, problems, text, told, replaced, known) : [];
}

function withSyntax(found: Found, syntax: PolicySyntax): Found {
  return found.file.syntax === syntax ? found : { ...found, file: { ...found.file, syntax } };
}

/** With places as in the block that was first read. */
function back(found: readonly Found[], shift: number): readonly Found[] {
  return shift === 0 ? found : found.map((one) => ({ ...one, start: one.start - shift }));
}

function isSame(a: KindOfPolicy | undefined, b: KindOfPolicy | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b));
}
