import { parseIpRange } from '../../iam/ipRange';
import type { Check } from '../check';
import { reportMisfits } from './reportMisfits';

export const typeMismatchIpRange: Check = {
  code: 'TYPE_MISMATCH_IP_RANGE',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ operator }) => operator?.family === 'IpAddress',
  summary: 'A value under IpAddress is no address or range.',
  clause(clause, _statement, { report }) {
    if (clause.operator?.family !== 'IpAddress') return;
    reportMisfits(
      clause,
      (text) => parseIpRange(text) !== undefined,
      'IP address or range of addresses',
      report,
    );
  },
};
