import type { Check } from '../check';

export const emptyObjectPrincipal: Check = {
  code: 'EMPTY_OBJECT_PRINCIPAL',
  type: 'SUGGESTION',
  kinds: ['resource', 'trust'],
  needs: ['principals'],
  summary: 'Principal is an empty object.',
  statement(statement, { policy, report }) {
    if (policy.isPartial) return;
    for (const name of ['Principal', 'NotPrincipal'] as const) {
      const node = statement.value(name);
      if (node?.kind === 'object' && node.entries.length === 0)
        report(node, `${name} names nobody. Say who is meant.`);
    }
  },
};
