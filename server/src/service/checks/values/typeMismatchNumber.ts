import type { Check } from '../check';
import { reportMisfits } from './reportMisfits';

function isNumber(text: string): boolean {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(text);
}

export const typeMismatchNumber: Check = {
  code: 'TYPE_MISMATCH_NUMBER',
  type: 'WARNING',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'Numeric',
  summary: 'A value under a Numeric operator is no number.',
  clause(clause, _statement, { report }) {
    if (clause.operator?.family !== 'Numeric') return;
    reportMisfits(clause, isNumber, 'number', report);
  },
};
