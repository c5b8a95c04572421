import { isScalar } from '../../model/nodes';
import type { Check } from '../check';

function isNumber(text: string): boolean {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/.test(text);
}

export const typeMismatchNumber: Check = {
  code: 'TYPE_MISMATCH_NUMBER',
  type: 'WARNING',
  kinds: 'all',
  summary: 'A value under a Numeric operator is no number.',
  clause({ operator, values, key }, _statement, { report }) {
    if (operator?.family !== 'Numeric') return;
    for (const node of values) {
      if (!isScalar(node) || node.kind === 'null' || node.text.includes('${')) continue;
      if (!isNumber(node.text)) report(node, `"${node.text}" is no number, as ${key} needs it here.`);
    }
  },
};
