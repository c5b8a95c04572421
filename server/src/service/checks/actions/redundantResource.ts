import type { Check } from '../check';
import { reportRedundant } from './reportRedundant';

export const redundantResource: Check = {
  code: 'REDUNDANT_RESOURCE',
  type: 'SUGGESTION',
  kinds: 'all',
  summary: 'A resource is covered by another one of the list, or repeated.',
  statement(statement, { report }) {
    reportRedundant(statement, ['Resource', 'NotResource'], (text) => text, report);
  },
};
