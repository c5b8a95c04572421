import { repeatedSids } from './repeatedSids';
import type { Check } from '../check';

export const uniqueSidsRecommended: Check = {
  code: 'UNIQUE_SIDS_RECOMMENDED',
  type: 'WARNING',
  kinds: ['resource'],
  summary: 'Two statements have the same Sid.',
  document(policy, { report }) {
    for (const nodes of repeatedSids(policy)) {
      report(
        nodes,
        `${nodes.length} statements have the Sid "${nodes[0]!.text}". Give each a name of its own.`,
      );
    }
  },
};
