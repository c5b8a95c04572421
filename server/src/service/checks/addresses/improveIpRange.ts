import { isNetwork, networkOf } from '../../iam/ipRange';
import type { Check } from '../check';
import { rangesOf } from './rangesOf';

export const improveIpRange: Check = {
  code: 'IMPROVE_IP_RANGE',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'IpAddress',
  summary: 'A range of addresses has bits set behind its prefix length.',
  clause(clause, _statement, { report }) {
    for (const { node, range } of rangesOf(clause)) {
      if (isNetwork(range)) continue;
      const network = networkOf(range);
      report(
        node,
        `${node.text} means the same as ${network}. Write that, so that nobody takes it for one address.`,
        {
          data: { replacements: [network] },
        },
      );
    }
  },
};
