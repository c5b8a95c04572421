import type { ObjectNode, PolicyNode, StringNode } from '../../model/nodes';
import type { Check, CheckContext } from '../check';

/** Keys that stand more than once, together. */
function repeated({ entries, merges }: ObjectNode): StringNode[][] {
  if (entries.length < 2 || merges) return [];
  if (entries.length === 2 && entries[0]!.key.text !== entries[1]!.key.text) return [];
  const byName = new Map<string, StringNode[]>();
  for (const { key } of entries) {
    const same = byName.get(key.text);
    if (same) same.push(key);
    else byName.set(key.text, [key]);
  }
  return byName.size === entries.length ? [] : [...byName.values()].filter((keys) => keys.length > 1);
}

function reportElements(node: PolicyNode | undefined, report: CheckContext['report']): void {
  if (node?.kind !== 'object') return;
  for (const keys of repeated(node)) {
    report(keys, `"${keys[0]!.text}" can stand here only once. Merge the two, or make two statements.`);
  }
}

function reportInside(node: PolicyNode | undefined, report: CheckContext['report']): void {
  if (node?.kind !== 'object') return;
  for (const keys of repeated(node)) {
    const { text } = keys[0]!;
    const message = `"${text}" is here twice, and only the last one may count. Make one of them, with a list of values.`;
    report(keys, message, { severity: 'warning' });
  }
  for (const { value } of node.entries) reportInside(value, report);
}

/**
 * The grammar allows each element once in a policy and in a statement. Within a condition or a principal most JSON
 * readers keep the last of two equal keys, so that the first is lost without a word; what AWS does there it
 * does not say.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_policies.html#policy-validation-duplicates
 */
export const duplicateKey: Check = {
  code: 'DUPLICATE_KEY',
  type: 'ERROR',
  kinds: 'all',
  needs: ['objects'],
  summary: 'An object has the same key twice.',
  document({ root }, { report }) {
    reportElements(root, report);
  },
  statement(statement, { report }) {
    if (statement.repeatsElements) reportElements(statement.node, report);
    reportInside(statement.value('Condition'), report);
    reportInside(statement.value('Principal'), report);
    reportInside(statement.value('NotPrincipal'), report);
  },
};
