import { isScalar } from '../../model/nodes';
import type { Check } from '../check';

function isBoolean(text: string): boolean {
  return /^(true|false)$/i.test(text);
}

export const typeMismatchBoolean: Check = {
  code: 'TYPE_MISMATCH_BOOLEAN',
  type: 'WARNING',
  kinds: 'all',
  summary: 'A value under Bool or Null is neither true nor false.',
  clause({ operator, values, key }, _statement, { report }) {
    if (operator?.family !== 'Bool' && operator?.family !== 'Null') return;
    for (const node of values) {
      if (!isScalar(node) || node.kind === 'null' || node.text.includes('${')) continue;
      if (!isBoolean(node.text)) report(node, `"${node.text}" is no true or false, as ${key} needs it here.`);
    }
  },
};
