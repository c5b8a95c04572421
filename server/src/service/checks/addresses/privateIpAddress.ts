import type { Check } from '../check';
import { privateSources } from './privateSourceIp';

export const privateIpAddress: Check = {
  code: 'PRIVATE_IP_ADDRESS',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }) => lowerKey === 'aws:sourceip',
  summary: 'IpAddress on aws:SourceIp names only private addresses: it never matches.',
  clause(clause, _statement, { report }) {
    const found = privateSources(clause, false);
    if (!found?.only) return;
    report(
      found.nodes,
      'aws:SourceIp is the public address a request comes from, so no private range ever matches. Inside a VPC use aws:VpcSourceIp, together with aws:SourceVpc.',
    );
  },
};
