import type { Check } from '../check';
import { privateSources } from './privateSourceIp';

export const privateIpAddressSubset: Check = {
  code: 'PRIVATE_IP_ADDRESS_SUBSET',
  type: 'SUGGESTION',
  kinds: 'all',
  concerns: ({ lowerKey }) => lowerKey === 'aws:sourceip',
  summary: 'IpAddress on aws:SourceIp names private addresses among others.',
  clause(clause, _statement, { report }) {
    const found = privateSources(clause, false);
    if (!found || found.only) return;
    report(
      found.nodes,
      'Private addresses never match aws:SourceIp, which is the public address a request comes from. They can go.',
      { data: { surplus: found.nodes.map(({ range }) => range) } },
    );
  },
};
