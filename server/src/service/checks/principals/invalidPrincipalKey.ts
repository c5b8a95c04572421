import { closest } from '../../iam/closest';
import { isPrincipalKey, principalKeys } from '../../iam/principals';
import type { Check } from '../check';

export const invalidPrincipalKey: Check = {
  code: 'INVALID_PRINCIPAL_KEY',
  type: 'ERROR',
  kinds: ['resource', 'trust'],
  needs: ['principals'],
  summary: 'A key of Principal is not AWS, Service, Federated or CanonicalUser.',
  statement(statement, { report }) {
    for (const name of ['Principal', 'NotPrincipal'] as const) {
      const node = statement.value(name);
      if (node?.kind !== 'object') continue;
      for (const { key } of node.entries) {
        if (isPrincipalKey(key.text)) continue;
        report(
          key,
          `"${key.text}" is no kind of principal: write AWS, Service, Federated or CanonicalUser.`,
          {
            data: { replacements: closest(key.text, principalKeys) },
          },
        );
      }
    }
  },
};
