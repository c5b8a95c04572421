import type { Check } from '../check';
import { reportMisfits } from './reportMisfits';

/** The W3C profile of ISO 8601 (https://www.w3.org/TR/NOTE-datetime), or seconds since 1970. */
function isDate(text: string): boolean {
  if (/^\d+(\.\d+)?$/.test(text)) return true;
  const form = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/;
  return form.test(text) && !Number.isNaN(Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2')));
}

export const typeMismatchDate: Check = {
  code: 'TYPE_MISMATCH_DATE',
  type: 'WARNING',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'Date',
  summary: 'A value under a Date operator is no date.',
  clause(clause, _statement, { report }) {
    if (clause.operator?.family !== 'Date') return;
    reportMisfits(clause, isDate, 'date', report);
  },
};
