import { isEmptyList } from './isEmptyList';
import type { Check } from '../check';

export const emptyArrayPrincipal: Check = {
  code: 'EMPTY_ARRAY_PRINCIPAL',
  type: 'SUGGESTION',
  kinds: ['resource', 'trust'],
  needs: ['principals'],
  summary: 'A list of principals is empty.',
  statement(statement, { report }) {
    for (const name of ['Principal', 'NotPrincipal'] as const) {
      const node = statement.value(name);
      if (node?.kind !== 'object') continue;
      for (const { key, value } of node.entries) {
        if (isEmptyList(value))
          report(value, `${name} ${key.text} names nobody. Name somebody or take it out.`);
      }
    }
  },
};
