import type { Check } from '../check';
import { literalTexts } from './literalTexts';

export const invalidVpcFormat: Check = {
  code: 'INVALID_VPC_FORMAT',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }) => lowerKey === 'aws:sourcevpc',
  summary: 'A value of aws:SourceVpc is no id of a VPC.',
  clause(clause, _statement, { report }) {
    if (clause.lowerKey !== 'aws:sourcevpc') return;
    for (const node of literalTexts(clause)) {
      if (/^vpc-([a-z0-9]{8}|[a-z0-9]{17})$/i.test(node.text)) continue;
      report(node, `"${node.text}" is no VPC: an id is vpc- and 8 or 17 letters and digits.`);
    }
  },
};
