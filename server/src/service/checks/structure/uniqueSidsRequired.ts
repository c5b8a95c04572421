import { repeatedSids } from './repeatedSids';
import type { Check } from '../check';

export const uniqueSidsRequired: Check = {
  code: 'UNIQUE_SIDS_REQUIRED',
  type: 'ERROR',
  kinds: ['identity', 'scp', 'rcp'],
  summary: 'Two statements have the same Sid.',
  document(policy, { report }) {
    for (const nodes of repeatedSids(policy)) {
      report(
        nodes,
        `${nodes.length} statements have the Sid "${nodes[0]!.text}". Each needs a name of its own.`,
      );
    }
  },
};
