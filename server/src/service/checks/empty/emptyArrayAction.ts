import { reportEmptyLists } from './isEmptyList';
import type { Check } from '../check';

export const emptyArrayAction: Check = {
  code: 'EMPTY_ARRAY_ACTION',
  type: 'SUGGESTION',
  kinds: 'all',
  needs: ['emptyList'],
  summary: 'Action or NotAction is an empty list.',
  statement(statement, { report }) {
    reportEmptyLists(statement, ['Action', 'NotAction'], 'action', report);
  },
};
