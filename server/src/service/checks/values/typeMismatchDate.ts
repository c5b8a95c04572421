import { isScalar } from '../../model/nodes';
import type { Check } from '../check';

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
  summary: 'A value under a Date operator is no date.',
  clause({ operator, values, key }, _statement, { report }) {
    if (operator?.family !== 'Date') return;
    for (const node of values) {
      if (!isScalar(node) || node.kind === 'null' || node.text.includes('${')) continue;
      if (!isDate(node.text)) report(node, `"${node.text}" is no date, as ${key} needs it here.`);
    }
  },
};
