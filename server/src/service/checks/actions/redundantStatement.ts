import { listOf, type PolicyNode } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';

/** What a statement says, in one form: lists sorted, no Sid, names that are compared without case in lower case. */
function senseOf({ node }: Statement): string {
  const parts = node.entries
    .filter(({ key }) => key.text !== 'Sid')
    .map(({ key, value }) => `${key.text}=${formOf(value, /Action$|^Condition$/.test(key.text))}`);
  return parts.sort().join(';');
}

function formOf(node: PolicyNode | undefined, ignoreCase: boolean): string {
  if (node?.kind === 'object') {
    return `{${node.entries
      .map(({ key, value }) => `${ignoreCase ? key.text.toLowerCase() : key.text}:${formOf(value, false)}`)
      .sort()
      .join()}}`;
  }
  return listOf(node)
    .map((item) => leafForm(item, ignoreCase))
    .sort()
    .join();
}

function leafForm(node: PolicyNode, ignoreCase: boolean): string {
  // Two computed values may differ, however alike they look.
  if (node.kind === 'computed') return `computed@${node.range.start}`;
  if (node.kind === 'object' || node.kind === 'array') return formOf(node, ignoreCase);
  return JSON.stringify(ignoreCase ? node.text.toLowerCase() : node.text);
}

export const redundantStatement: Check = {
  code: 'REDUNDANT_STATEMENT',
  type: 'SUGGESTION',
  kinds: 'all',
  summary: 'Two statements say the same.',
  document({ statements, isPartial }, { report }) {
    if (isPartial || statements.length < 2) return;
    const bySense = new Map<string, Statement[]>();
    for (const statement of statements) {
      const sense = senseOf(statement);
      const same = bySense.get(sense);
      if (same) same.push(statement);
      else bySense.set(sense, [statement]);
    }
    for (const same of bySense.values()) {
      if (same.length > 1)
        report(same, 'These statements say the same. Keep one of them.', { tag: 'unnecessary' });
    }
  },
};
