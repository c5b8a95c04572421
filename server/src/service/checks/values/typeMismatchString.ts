import type { Check } from '../check';
import { reportMisfits } from './reportMisfits';

/** RFC 4648, section 4. */
function isBase64(text: string): boolean {
  return text.length % 4 !== 1 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

export const typeMismatchString: Check = {
  code: 'TYPE_MISMATCH_STRING',
  type: 'WARNING',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'Binary',
  summary: 'A value under BinaryEquals is no base64 text.',
  clause(clause, _statement, { report }) {
    if (clause.operator?.family !== 'Binary') return;
    reportMisfits(clause, isBase64, 'base64 text', report);
  },
};
