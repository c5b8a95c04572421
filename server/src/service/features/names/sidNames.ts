import type { PolicyKind } from '../../../protocol/settings';
import type { TextEdit } from '../../edits/edit';
import { type OffsetRange, rangeWithin, type StringNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';

/** The name of a statement, with all places that say it. */
export interface SidName {
  readonly name: string;
  /** The place that was asked about. */
  readonly here: OffsetRange;
  /** Names of statements. A good policy has one of them. */
  readonly declared: readonly OffsetRange[];
  /** Words of comments. */
  readonly mentioned: readonly OffsetRange[];
}

/** The name of a statement at the offset; undefined where there is none. Nothing else in a policy refers to one. */
export function sidAt(policy: PolicyDocument, text: string, offset: number): SidName | undefined {
  const sids = policy.statements.flatMap((statement) => {
    const node = statement.value('Sid');
    return node?.kind === 'string' && node.text !== '' ? node : [];
  });
  const all = sids.map((node): Place => ({ name: node.text, range: contentOf(node), isDeclared: true }));
  const names = new Set(sids.map((node) => node.text));
  for (const name of names) {
    for (const { range } of policy.comments)
      all.push(...wordsIn(text, range, name).map((word) => ({ name, range: word, isDeclared: false })));
  }
  const here = all.find(({ range }) => range.start <= offset && offset <= range.end);
  if (!here) return undefined;
  const same = all.filter(({ name }) => name === here.name);
  return {
    name: here.name,
    here: here.range,
    declared: same.filter(({ isDeclared }) => isDeclared).map(({ range }) => range),
    mentioned: same.filter(({ isDeclared }) => !isDeclared).map(({ range }) => range),
  };
}

interface Place {
  readonly name: string;
  readonly range: OffsetRange;
  readonly isDeclared: boolean;
}

/** Edits that call the statement otherwise, or why it can't be called so. */
export function renameSid(
  policy: PolicyDocument,
  { name, declared, mentioned }: SidName,
  newName: string,
  kind: PolicyKind,
): readonly TextEdit[] | string {
  if (newName === name) return [];
  const problem = problemWith(newName, kind);
  if (problem) return problem;
  if (policy.statements.some(({ sid }) => sid === newName))
    return `Another statement is called ${newName} already.`;
  return [...declared, ...mentioned].map((range) => ({ range, newText: newName }));
}

/** Services differ in what they take as a Sid in the policies of their resources; IAM takes letters and digits. */
function problemWith(name: string, kind: PolicyKind): string | undefined {
  if (name.trim() === '') return 'A Sid needs at least one letter or digit.';
  if (kind !== 'resource')
    return /^[A-Za-z0-9]+$/.test(name) ? undefined : 'A Sid has only letters and digits: A-Z, a-z, 0-9.';
  return /^[^"\\$\p{Cc}]+$/u.test(name) ? undefined : 'A Sid has no quotes, backslashes or dollar signs.';
}

function contentOf(node: StringNode): OffsetRange {
  return rangeWithin(node, 0, node.text.length);
}

/** Places of a whole word in a part of the text. */
function wordsIn(text: string, { start, end }: OffsetRange, word: string): OffsetRange[] {
  const found: OffsetRange[] = [];
  for (let at = text.indexOf(word, start); at >= 0 && at + word.length <= end;) {
    const around = (text[at - 1] ?? '') + (text[at + word.length] ?? '');
    if (!/\w/.test(around)) found.push({ start: at, end: at + word.length });
    at = text.indexOf(word, at + word.length);
  }
  return found;
}
