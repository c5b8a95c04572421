import { reportEmptyLists } from './isEmptyList';
import type { Check } from '../check';

export const emptyArrayResource: Check = {
  code: 'EMPTY_ARRAY_RESOURCE',
  type: 'SUGGESTION',
  kinds: 'all',
  needs: ['emptyList'],
  summary: 'Resource or NotResource is an empty list.',
  statement(statement, { report }) {
    reportEmptyLists(statement, ['Resource', 'NotResource'], 'resource', report);
  },
};
