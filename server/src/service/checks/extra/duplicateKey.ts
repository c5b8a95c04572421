import type { ObjectNode, StringNode } from '../../model/nodes';
import { walk } from '../../model/walk';
import type { Check } from '../check';

function duplicates({ entries }: ObjectNode): StringNode[][] {
  if (entries.length < 2) return [];
  const byName = new Map<string, StringNode[]>();
  for (const { key } of entries) {
    const same = byName.get(key.text);
    if (same) same.push(key);
    else byName.set(key.text, [key]);
  }
  return byName.size === entries.length ? [] : [...byName.values()].filter((keys) => keys.length > 1);
}

function isInside(path: readonly string[]): boolean {
  return path.includes('Condition') || path.includes('Principal') || path.includes('NotPrincipal');
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
  summary: 'An object has the same key twice.',
  document({ root }, { report }) {
    walk(root, {
      object(node, path) {
        for (const keys of duplicates(node)) {
          const { text } = keys[0]!;
          if (isInside(path)) {
            const message = `"${text}" is here twice, and only the last one may count. Make one of them, with a list of values.`;
            report(keys, message, { severity: 'warning' });
          } else {
            report(keys, `"${text}" can stand here only once. Merge the two, or make two statements.`);
          }
        }
      },
    });
  },
};
