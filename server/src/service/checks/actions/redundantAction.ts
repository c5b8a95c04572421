import type { Check } from '../check';
import { reportRedundant } from './reportRedundant';

export const redundantAction: Check = {
  code: 'REDUNDANT_ACTION',
  type: 'SUGGESTION',
  kinds: 'all',
  summary: 'An action is covered by another one of the list, or repeated.',
  statement(statement, { report }) {
    reportRedundant(statement, ['Action', 'NotAction'], (text) => text.toLowerCase(), report);
  },
};
