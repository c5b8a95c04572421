import { isEmptyList } from './isEmptyList';
import type { Check } from '../check';

export const emptyArrayResource: Check = {
  code: 'EMPTY_ARRAY_RESOURCE',
  type: 'SUGGESTION',
  kinds: 'all',
  summary: 'Resource or NotResource is an empty list.',
  statement(statement, { report }) {
    for (const name of ['Resource', 'NotResource'] as const) {
      const node = statement.value(name);
      if (isEmptyList(node))
        report(node, `${name} is empty, so the statement is about no resource. Name at least one.`);
    }
  },
};
