import type { Check } from '../check';
import { reportMisfits } from './reportMisfits';

function isBoolean(text: string): boolean {
  return /^(true|false)$/i.test(text);
}

export const typeMismatchBoolean: Check = {
  code: 'TYPE_MISMATCH_BOOLEAN',
  type: 'WARNING',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'Bool' || operator?.family === 'Null',
  summary: 'A value under Bool or Null is neither true nor false.',
  clause(clause, _statement, { report }) {
    if (clause.operator?.family !== 'Bool' && clause.operator?.family !== 'Null') return;
    reportMisfits(clause, isBoolean, 'true or false', report);
  },
};
