import type { Check } from '../check';
import { privateSources } from './privateSourceIp';

export const privateNotIpAddress: Check = {
  code: 'PRIVATE_NOT_IP_ADDRESS',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }) => lowerKey === 'aws:sourceip',
  summary: 'NotIpAddress on aws:SourceIp names only private addresses: it always matches.',
  clause(clause, _statement, { report }) {
    const found = privateSources(clause, true);
    if (!found?.only) return;
    report(
      found.nodes,
      'aws:SourceIp is the public address a request comes from, so it is never in a private range and this always matches. Inside a VPC use aws:VpcSourceIp, together with aws:SourceVpc.',
    );
  },
};
