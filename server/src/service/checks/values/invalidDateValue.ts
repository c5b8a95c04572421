import { isScalar } from '../../model/nodes';
import type { Check } from '../check';

/** Four digits are a year in ISO 8601. */
function isEpoch(text: string): boolean {
  return /^\d+(\.\d+)?$/.test(text) && !/^\d{4}$/.test(text);
}

export const invalidDateValue: Check = {
  code: 'INVALID_DATE_VALUE',
  type: 'WARNING',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'Date',
  summary: 'A date is given as seconds since 1970.',
  clause({ operator, lowerKey, values, key }, _statement, { report }) {
    if (operator?.family !== 'Date' || lowerKey === 'aws:epochtime') return;
    for (const node of values) {
      if (!isScalar(node) || !isEpoch(node.text)) continue;
      report(
        node,
        `${node.text} counts seconds since 1970. Write a date such as 2030-01-01T00:00:00Z for ${key}.`,
      );
    }
  },
};
