import ipaddr from 'ipaddr.js';

/** An IPv4 or IPv6 address or range as conditions write it. */
export interface IpRange {
  readonly address: ipaddr.IPv4 | ipaddr.IPv6;
  /** Bits of the network part. */
  readonly length: number;
}

/**
 * Reads an address, with a prefix length or without (RFC 4632, RFC 4291); undefined when it is none. IPv4 must have
 * its four parts.
 */
export function parseIpRange(text: string): IpRange | undefined {
  const [address = '', length, ...rest] = text.split('/');
  if (rest.length > 0 || !isAddress(address)) return undefined;
  const parsed = ipaddr.parse(address);
  const bits = parsed.kind() === 'ipv4' ? 32 : 128;
  if (length === undefined) return { address: parsed, length: bits };
  if (!/^\d{1,3}$/.test(length) || Number(length) > bits) return undefined;
  return { address: parsed, length: Number(length) };
}

function isAddress(text: string): boolean {
  // A zone (fe80::1%eth0) names an interface of one machine.
  return ipaddr.IPv4.isValidFourPartDecimal(text) || (ipaddr.IPv6.isValid(text) && !text.includes('%'));
}

/** The range with the bits behind its prefix length cleared: `203.0.113.5/24` is `203.0.113.0/24`. */
export function networkOf({ address, length }: IpRange): string {
  const cidr = `${address.toString()}/${length}`;
  const network =
    address.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(cidr)
      : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return `${network.toString()}/${length}`;
}

/** Whether no bit is set behind the prefix length. */
export function isNetwork(range: IpRange): boolean {
  return networkOf(range) === `${range.address.toString()}/${range.length}`;
}

const privateBlocks = [
  // RFC 1918
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  // Loopback and link-local addresses: RFC 1122, RFC 3927, RFC 4291
  '127.0.0.0/8',
  '169.254.0.0/16',
  '::1/128',
  'fe80::/10',
  // Unique local addresses: RFC 4193
  'fc00::/7',
];

let parsedBlocks: [ipaddr.IPv4 | ipaddr.IPv6, number][] | undefined;

/** Whether all of the range lies in blocks that no request over the internet comes from. */
export function isPrivate({ address, length }: IpRange): boolean {
  // Reading them takes milliseconds, which a start without any address need not wait for.
  parsedBlocks ??= privateBlocks.map((cidr) => ipaddr.parseCIDR(cidr));
  return parsedBlocks.some(
    ([block, blockLength]) =>
      block.kind() === address.kind() && length >= blockLength && address.match(block, blockLength),
  );
}

/** Whether all of `inner` lies in `outer`. */
export function contains(outer: IpRange, inner: IpRange): boolean {
  if (outer.address.kind() !== inner.address.kind() || inner.length < outer.length) return false;
  return inner.address.match([outer.address, outer.length] as [ipaddr.IPv4 & ipaddr.IPv6, number]);
}
