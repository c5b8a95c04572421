import { isEmptyList } from './isEmptyList';
import type { Check } from '../check';

export const emptyArrayAction: Check = {
  code: 'EMPTY_ARRAY_ACTION',
  type: 'SUGGESTION',
  kinds: 'all',
  summary: 'Action or NotAction is an empty list.',
  statement(statement, { report }) {
    for (const name of ['Action', 'NotAction'] as const) {
      const node = statement.value(name);
      if (isEmptyList(node))
        report(node, `${name} is empty, so the statement is about no action. Name at least one.`);
    }
  },
};
