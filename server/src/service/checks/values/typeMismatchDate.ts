import type { Check } from '../check';
import { reportMisfits } from './reportMisfits';

const form =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-](\d\d):?(\d\d))?)?)?)?$/;

/** The W3C profile of ISO 8601 (https://www.w3.org/TR/NOTE-datetime), or seconds since 1970. */
function isDate(text: string): boolean {
  if (/^\d+(\.\d+)?$/.test(text)) return true;
  const match = form.exec(text);
  if (!match) return false;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0, ahead = 0, aheadMinute = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
  return isDay && hour <= 24 && minute < 60 && second <= 60 && ahead <= 14 && aheadMinute < 60;
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
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
