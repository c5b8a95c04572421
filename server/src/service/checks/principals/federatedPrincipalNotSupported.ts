import type { Check } from '../check';

export const federatedPrincipalNotSupported: Check = {
  code: 'FEDERATED_PRINCIPAL_NOT_SUPPORTED',
  type: 'ERROR',
  kinds: ['resource'],
  needs: ['principals'],
  summary: 'A resource policy names a Federated principal, which only trust policies can.',
  statement(statement, { certain, report }) {
    if (!certain) return;
    for (const name of ['Principal', 'NotPrincipal'] as const) {
      const node = statement.value(name);
      if (node?.kind !== 'object') continue;
      for (const { key } of node.entries) {
        if (key.text === 'Federated') {
          report(
            key,
            'Only the trust policy of a role can name a Federated principal, not the policy of a resource.',
          );
        }
      }
    }
  },
};
