/** What guards the network interfaces of one instance. */
export interface InstanceNetwork {
  readonly interfaces: readonly NetworkInterface[];
  readonly groups: readonly SecurityGroup[];
  /** Names of referenced groups, prefix lists and peering connections, by id; only those that AWS told. */
  readonly names: ReadonlyMap<string, string>;
}

export interface NetworkInterface {
  readonly id: string;
  readonly description: string | undefined;
  readonly privateIp: string | undefined;
  readonly publicIp: string | undefined;
  readonly subnetId: string | undefined;
  readonly groupIds: readonly string[];
}

export interface SecurityGroup {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly vpcId: string | undefined;
  readonly inbound: readonly SecurityGroupRule[];
  readonly outbound: readonly SecurityGroupRule[];
}

export interface SecurityGroupRule {
  /** `tcp`, `udp`, `icmp`, `icmpv6`, a number, or `-1` for all. */
  readonly protocol: string;
  /** First port or ICMP type; -1 and undefined mean all. */
  readonly from: number | undefined;
  /** Last port or ICMP code. */
  readonly to: number | undefined;
  readonly peer: Peer;
  readonly description: string | undefined;
}

/** The other side of a rule: where it lets traffic from, or to. */
export type Peer =
  | { readonly kind: 'range'; readonly cidr: string }
  | { readonly kind: 'prefixList'; readonly id: string }
  | {
      readonly kind: 'group';
      readonly id: string;
      /** Told for groups of other accounts and peered networks. */
      readonly account: string | undefined;
      readonly peeringId: string | undefined;
      readonly peeringStatus: string | undefined;
    };
