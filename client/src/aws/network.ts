import {
  DescribeInstancesCommand,
  DescribeManagedPrefixListsCommand,
  DescribeSecurityGroupsCommand,
  DescribeVpcPeeringConnectionsCommand,
  type EC2Client,
  type InstanceNetworkInterface,
  type IpPermission,
  type SecurityGroup as SdkGroup,
  type UserIdGroupPair,
} from '@aws-sdk/client-ec2';
import type { NetworkApi } from './api';
import type { Caller } from './call';
import type {
  InstanceNetwork,
  NetworkInterface,
  Peer,
  SecurityGroup,
  SecurityGroupRule,
} from './networkModel';

/** Security groups as the page about an instance needs them. */
export class Network implements NetworkApi {
  constructor(
    private readonly reader: EC2Client,
    private readonly caller: Caller,
  ) {}

  /** Two calls, and one more each for names of referenced groups, prefix lists and peering connections. */
  async ofInstance(instanceId: string, signal?: AbortSignal): Promise<InstanceNetwork> {
    const interfaces = await this.#interfaces(instanceId, signal);
    const ids = [...new Set(interfaces.flatMap(({ groupIds }) => groupIds))];
    const groups = await this.#groups(ids, `read the security groups of ${instanceId}`, signal);
    return { interfaces, groups, names: await this.#names(groups, signal) };
  }

  #interfaces(instanceId: string, signal?: AbortSignal): Promise<NetworkInterface[]> {
    const doing = `read the network interfaces of ${instanceId}`;
    return this.caller.one('ec2:DescribeInstances', doing, async () => {
      const command = new DescribeInstancesCommand({
        Filters: [{ Name: 'instance-id', Values: [instanceId] }],
      });
      const { Reservations = [] } = await this.reader.send(command, abortable(signal));
      const instances = Reservations.flatMap(({ Instances = [] }) => Instances);
      return instances.flatMap(({ NetworkInterfaces = [] }) => NetworkInterfaces).map(interfaceOf);
    });
  }

  /** A filter leaves out what does not exist, where ids would make the call fail. */
  #groups(ids: readonly string[], doing: string, signal?: AbortSignal): Promise<SecurityGroup[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.caller.one('ec2:DescribeSecurityGroups', doing, async () => {
      const command = new DescribeSecurityGroupsCommand({
        Filters: [{ Name: 'group-id', Values: [...ids] }],
      });
      const { SecurityGroups = [] } = await this.reader.send(command, abortable(signal));
      return SecurityGroups.map(groupOf);
    });
  }

  /** Names are a help: where they may not be read, ids stand for them. */
  async #names(groups: readonly SecurityGroup[], signal?: AbortSignal): Promise<ReadonlyMap<string, string>> {
    const peers = groups
      .flatMap(({ inbound, outbound }) => [...inbound, ...outbound])
      .map(({ peer }) => peer);
    const known = new Map(groups.map(({ id, name }) => [id, name]));
    const referenced = peers.flatMap((peer) =>
      peer.kind === 'group' && !known.has(peer.id) ? [peer.id] : [],
    );
    const lists = peers.flatMap((peer) => (peer.kind === 'prefixList' ? [peer.id] : []));
    const peerings = peers.flatMap((peer) => (peer.kind === 'group' ? (peer.peeringId ?? []) : []));
    const asked = await Promise.allSettled([
      this.#groups(unique(referenced), 'read the names of referenced groups', signal).then((found) =>
        found.map(({ id, name }) => [id, name] as const),
      ),
      this.#prefixLists(unique(lists), signal),
      this.#peerings(unique(peerings), signal),
    ]);
    signal?.throwIfAborted();
    return new Map([...known, ...asked.flatMap((each) => (each.status === 'fulfilled' ? each.value : []))]);
  }

  #prefixLists(ids: string[], signal?: AbortSignal): Promise<(readonly [string, string])[]> {
    if (ids.length === 0) return Promise.resolve([]);
    return this.caller.one('ec2:DescribeManagedPrefixLists', 'read the names of prefix lists', async () => {
      const command = new DescribeManagedPrefixListsCommand({
        Filters: [{ Name: 'prefix-list-id', Values: ids }],
      });
      const { PrefixLists = [] } = await this.reader.send(command, abortable(signal));
      return PrefixLists.map(
        ({ PrefixListId = '', PrefixListName = '' }) => [PrefixListId, PrefixListName] as const,
      );
    });
  }

  #peerings(ids: string[], signal?: AbortSignal): Promise<(readonly [string, string])[]> {
    if (ids.length === 0) return Promise.resolve([]);
    const doing = 'read the names of peering connections';
    return this.caller.one('ec2:DescribeVpcPeeringConnections', doing, async () => {
      const command = new DescribeVpcPeeringConnectionsCommand({
        Filters: [{ Name: 'vpc-peering-connection-id', Values: ids }],
      });
      const { VpcPeeringConnections = [] } = await this.reader.send(command, abortable(signal));
      return VpcPeeringConnections.flatMap(({ VpcPeeringConnectionId = '', Tags = [] }) => {
        const name = Tags.find(({ Key }) => Key === 'Name')?.Value;
        return name === undefined ? [] : [[VpcPeeringConnectionId, name] as const];
      });
    });
  }
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

const abortable = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { abortSignal: signal });

const interfaceOf = (each: InstanceNetworkInterface): NetworkInterface => ({
  id: each.NetworkInterfaceId ?? '',
  description: each.Description,
  privateIp: each.PrivateIpAddress,
  publicIp: each.Association?.PublicIp,
  subnetId: each.SubnetId,
  groupIds: (each.Groups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
});

const groupOf = (group: SdkGroup): SecurityGroup => ({
  id: group.GroupId ?? '',
  name: group.GroupName ?? '',
  description: group.Description ?? '',
  vpcId: group.VpcId,
  inbound: (group.IpPermissions ?? []).flatMap(rulesOf),
  outbound: (group.IpPermissionsEgress ?? []).flatMap(rulesOf),
});

/** A permission lists several peers; a person thinks of a rule for each. */
const rulesOf = (permission: IpPermission): SecurityGroupRule[] => {
  const rule = (peer: Peer, description: string | undefined): SecurityGroupRule => ({
    protocol: permission.IpProtocol ?? '-1',
    from: permission.FromPort,
    to: permission.ToPort,
    peer,
    description,
  });
  return [
    ...(permission.IpRanges ?? []).map((each) =>
      rule({ kind: 'range', cidr: each.CidrIp ?? '' }, each.Description),
    ),
    ...(permission.Ipv6Ranges ?? []).map((each) =>
      rule({ kind: 'range', cidr: each.CidrIpv6 ?? '' }, each.Description),
    ),
    ...(permission.PrefixListIds ?? []).map((each) =>
      rule({ kind: 'prefixList', id: each.PrefixListId ?? '' }, each.Description),
    ),
    ...(permission.UserIdGroupPairs ?? []).map((each) => rule(groupPeer(each), each.Description)),
  ];
};

const groupPeer = (pair: UserIdGroupPair): Peer => ({
  kind: 'group',
  id: pair.GroupId ?? pair.GroupName ?? '',
  account: pair.UserId,
  peeringId: pair.VpcPeeringConnectionId,
  peeringStatus: pair.PeeringStatus,
});
