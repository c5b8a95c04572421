import type { InstanceNetwork, Peer, SecurityGroup, SecurityGroupRule } from '../../aws/networkModel';
import { inert } from '../../inert';
import { portName } from './ports';

/** A rule in words, as the page, Markdown and CSV show it. Its texts come from the account and are only inert. */
export interface RuleRow {
  readonly protocol: string;
  readonly ports: string;
  /** The source of inbound traffic, the destination of outbound. */
  readonly peer: string;
  readonly description: string;
  /** The security group that the rule comes from. */
  readonly groupName: string;
  readonly groupId: string;
  /** Everybody on the internet is on the other side. */
  readonly open: boolean;
}

/** Everything that the page shows, inbound and outbound of all groups together. */
export interface RuleTables {
  readonly inbound: readonly RuleRow[];
  readonly outbound: readonly RuleRow[];
}

export const ruleTables = ({ groups, names }: InstanceNetwork): RuleTables => ({
  inbound: groups.flatMap((group) => rows(group, group.inbound, names)),
  outbound: groups.flatMap((group) => rows(group, group.outbound, names)),
});

const rows = (
  group: SecurityGroup,
  rules: readonly SecurityGroupRule[],
  names: ReadonlyMap<string, string>,
): RuleRow[] =>
  [...rules].sort(byPort).map((rule) => ({
    protocol: protocolWords(rule.protocol),
    ports: portWords(rule),
    peer: inert(peerWords(rule.peer, names, group.id)),
    description: inert(rule.description ?? '', 300),
    groupName: inert(group.name),
    groupId: group.id,
    open: rule.peer.kind === 'range' && isWorld(rule.peer.cidr),
  }));

const byPort = (a: SecurityGroupRule, b: SecurityGroupRule): number => (a.from ?? -1) - (b.from ?? -1);

export const groupWords = ({ id, name }: Pick<SecurityGroup, 'id' | 'name'>): string =>
  `${inert(name)} (${id})`;

export const isWorld = (cidr: string): boolean => cidr === '0.0.0.0/0' || /^(::|0(:0){7})\/0$/.test(cidr);

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
const protocolWords = (protocol: string): string => {
  const known: Record<string, string> = {
    '-1': 'All',
    tcp: 'TCP',
    udp: 'UDP',
    icmp: 'ICMP',
    icmpv6: 'ICMPv6',
    '1': 'ICMP',
    '6': 'TCP',
    '17': 'UDP',
    '47': 'GRE',
    '50': 'ESP',
    '51': 'AH',
    '58': 'ICMPv6',
    '132': 'SCTP',
  };
  return known[protocol] ?? `Protocol ${protocol}`;
};

const portWords = ({ protocol, from, to }: SecurityGroupRule): string => {
  if (/^icmp|^1$|^58$/.test(protocol)) return icmpWords(from, to);
  if (protocol === '-1' || from === undefined || from === -1 || (from === 0 && to === 65535)) return 'All';
  if (to === undefined || to === from) {
    const name = portName(from);
    return name === undefined ? String(from) : `${from} (${name})`;
  }
  return `${from}–${to}`;
};

const icmpWords = (type: number | undefined, code: number | undefined): string => {
  if (type === undefined || type === -1) return 'All';
  const name = { 0: 'echo reply', 3: 'unreachable', 8: 'ping', 11: 'time exceeded' }[type];
  return [`type ${type}`, name && `(${name})`, code !== undefined && code !== -1 && `code ${code}`]
    .filter(Boolean)
    .join(' ');
};

const peerWords = (peer: Peer, names: ReadonlyMap<string, string>, ownGroup: string): string => {
  switch (peer.kind) {
    case 'range':
      if (isWorld(peer.cidr))
        return `${peer.cidr} (${peer.cidr.includes(':') ? 'everywhere, IPv6' : 'everywhere'})`;
      return peer.cidr;
    case 'prefixList':
      return `prefix list ${named(peer.id, names)}`;
    case 'group':
      if (peer.id === ownGroup) return `members of this group (${peer.id})`;
      return [
        `members of ${named(peer.id, names)}`,
        names.has(peer.id) || peer.account === undefined ? '' : `of account ${peer.account}`,
        peer.peeringId === undefined ? '' : `over peering ${named(peer.peeringId, names)}`,
        peer.peeringStatus === undefined || peer.peeringStatus === 'active' ? '' : `(${peer.peeringStatus})`,
      ]
        .filter(Boolean)
        .join(' ');
  }
};

const named = (id: string, names: ReadonlyMap<string, string>): string => {
  const name = names.get(id);
  return name === undefined || name === '' ? id : `${name} (${id})`;
};
