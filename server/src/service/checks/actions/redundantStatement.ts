import { areDistinct } from '../../iam/distinct';
import { listOf, type PolicyNode } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';

/** Levels of keys, from the outside, that are compared without case. */
const caselessKeys = new Map([['Condition', 2]]);

/** What a statement says, in one form: lists sorted, no Sid, names that are compared without case in lower case. */
function senseOf({ node }: Statement): string {
  const parts = node.entries
    .filter(({ key }) => key.text !== 'Sid')
    .map(({ key, value }) => {
      const ignoreCase = key.text.endsWith('Action');
      return `${key.text}=${formOf(value, ignoreCase, caselessKeys.get(key.text) ?? 0)}`;
    });
  return parts.sort().join(';');
}

function formOf(node: PolicyNode | undefined, ignoreCase: boolean, levels: number): string {
  if (node?.kind === 'object') {
    const parts = node.entries.map(
      ({ key, value }) =>
        `${levels > 0 ? key.text.toLowerCase() : key.text}:${formOf(value, ignoreCase, levels - 1)}`,
    );
    return `{${parts.sort().join()}}`;
  }
  return listOf(node)
    .map((item) => leafForm(item, ignoreCase))
    .sort()
    .join();
}

function leafForm(node: PolicyNode, ignoreCase: boolean): string {
  // Two computed values may differ, however alike they look.
  if (node.kind === 'computed') return `computed@${node.range.start}`;
  if (node.kind === 'object' || node.kind === 'array') return formOf(node, ignoreCase, 0);
  return JSON.stringify(ignoreCase ? node.text.toLowerCase() : node.text);
}

/** A number that is the same for statements that say the same: it counts parts and some letters. */
function weightOf({ node }: Statement): number {
  let weight = 0;
  for (const { key, value } of node.entries) {
    if (key.text === 'Sid' || !value) continue;
    weight += key.text.length * 1_000_003;
    if (value.kind === 'object') weight += value.entries.length * 1009;
    else for (const item of listOf(value)) weight += item.kind === 'string' ? weightOfText(item.text) : 7919;
  }
  return weight;
}

const lastLetters = 4;

/** Length and the last letters, by which most names differ. Case does not count. */
function weightOfText(text: string): number {
  let weight = 0;
  for (let at = Math.max(0, text.length - lastLetters); at < text.length; at++) {
    const letter = text.charCodeAt(at);
    weight = weight * 31 + (letter < 128 ? letter | 32 : 0);
  }
  return weight + text.length + 7919;
}

/** Statements in groups of equal keys, those alone left out. */
function groupsBy<Key>(
  statements: readonly Statement[],
  keyOf: (statement: Statement) => Key,
): Statement[][] {
  const groups = new Map<Key, Statement[]>();
  for (const statement of statements) {
    const key = keyOf(statement);
    const group = groups.get(key);
    if (group) group.push(statement);
    else groups.set(key, [statement]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

export const redundantStatement: Check = {
  code: 'REDUNDANT_STATEMENT',
  type: 'SUGGESTION',
  kinds: 'all',
  summary: 'Two statements say the same.',
  document({ statements, isPartial }, { report }) {
    if (isPartial || areDistinct(statements.map(weightOf))) return;
    for (const alike of groupsBy(statements, weightOf)) {
      for (const same of groupsBy(alike, senseOf)) {
        const surplus = same.slice(1).map(({ range }) => range);
        report(same, 'These statements say the same. Keep one of them.', {
          tag: 'unnecessary',
          data: { surplus },
        });
      }
    }
  },
};
