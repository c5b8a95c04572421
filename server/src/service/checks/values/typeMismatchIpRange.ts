import type { Check } from '../check';
import { reportMisfits } from './reportMisfits';

/** An IPv4 or IPv6 address, with a prefix length or without (RFC 4632, RFC 4291). */
function isIpRange(text: string): boolean {
  const [address = '', length, ...rest] = text.split('/');
  const bits = isIpv4(address) ? 32 : isIpv6(address) ? 128 : undefined;
  if (bits === undefined || rest.length > 0) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= bits);
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || !text.includes(':')) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const tail = groups.at(-1) ?? '';
  const count = groups.length + (isIpv4(tail) ? 1 : 0);
  const isForm = groups.every(
    (group, i) => /^[0-9a-f]{1,4}$/i.test(group) || (i === groups.length - 1 && isIpv4(group)),
  );
  return isForm && (halves.length === 2 ? count < 8 : count === 8);
}

export const typeMismatchIpRange: Check = {
  code: 'TYPE_MISMATCH_IP_RANGE',
  type: 'ERROR',
  kinds: 'all',
  summary: 'A value under IpAddress is no address or range.',
  clause(clause, _statement, { report }) {
    if (clause.operator?.family !== 'IpAddress') return;
    reportMisfits(clause, isIpRange, 'IP address or range of addresses', report);
  },
};
