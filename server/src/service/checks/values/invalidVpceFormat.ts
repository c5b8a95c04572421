import type { Check } from '../check';
import { literalTexts } from './literalTexts';

export const invalidVpceFormat: Check = {
  code: 'INVALID_VPCE_FORMAT',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }) => lowerKey === 'aws:sourcevpce',
  summary: 'A value of aws:SourceVpce is no id of a VPC endpoint.',
  clause(clause, _statement, { report }) {
    if (clause.lowerKey !== 'aws:sourcevpce') return;
    for (const node of literalTexts(clause)) {
      if (/^vpce-([a-z0-9]{8}|[a-z0-9]{17})$/i.test(node.text)) continue;
      report(node, `"${node.text}" is no VPC endpoint: an id is vpce- and 8 or 17 letters and digits.`);
    }
  },
};
