import {
  AssociateIamInstanceProfileCommand,
  DescribeRegionsCommand,
  DisassociateIamInstanceProfileCommand,
  type EC2Client,
  type IamInstanceProfileAssociation,
  type Instance as SdkInstance,
  type InstanceMetadataOptionsResponse,
  paginateDescribeIamInstanceProfileAssociations,
  paginateDescribeInstances,
  ReplaceIamInstanceProfileAssociationCommand,
  type Reservation,
} from '@aws-sdk/client-ec2';
import type { Ec2Api } from './api';
import type { Caller } from './call';
import type { Association, Instance, MetadataOptions } from './model';

/** The most DescribeInstances and DescribeIamInstanceProfileAssociations give at once. */
const pageSize = 1000;

/**
 * EC2 as the sidebar and the commands need it. `reader` may repeat a call; `writer` makes one attempt only: associating
 * takes no client token, so a change whose answer was lost is read back before anybody tries again.
 */
export class Ec2 implements Ec2Api {
  constructor(
    private readonly reader: EC2Client,
    private readonly writer: EC2Client,
    private readonly caller: Caller,
    private readonly region: string,
  ) {}

  instances(signal?: AbortSignal): AsyncIterable<Instance[]> {
    return this.caller.pages('ec2:DescribeInstances', 'list the EC2 instances', () =>
      this.#instancePages({}, signal),
    );
  }

  instance(instanceId: string, signal?: AbortSignal): Promise<Instance | undefined> {
    return this.caller.one('ec2:DescribeInstances', `read instance ${instanceId}`, async () => {
      const filter = { Filters: [{ Name: 'instance-id', Values: [instanceId] }] };
      for await (const page of this.#instancePages(filter, signal)) if (page[0]) return page[0];
      return undefined;
    });
  }

  async *#instancePages(filter: object, signal?: AbortSignal): AsyncIterable<Instance[]> {
    const pages = paginateDescribeInstances({ client: this.reader, pageSize }, filter, {
      ...abortable(signal),
    });
    for await (const { Reservations } of pages) {
      yield (Reservations ?? []).flatMap((reservation) => instancesOf(reservation, this.region));
    }
  }

  associations(instanceId?: string, signal?: AbortSignal): AsyncIterable<Association[]> {
    const action = 'ec2:DescribeIamInstanceProfileAssociations';
    const doing =
      instanceId === undefined
        ? 'read which instance profiles the instances use'
        : `read which instance profile ${instanceId} uses`;
    return this.caller.pages(action, doing, () => this.#associationPages(instanceId, signal));
  }

  async *#associationPages(
    instanceId: string | undefined,
    signal?: AbortSignal,
  ): AsyncIterable<Association[]> {
    const filter =
      instanceId === undefined ? {} : { Filters: [{ Name: 'instance-id', Values: [instanceId] }] };
    const pages = paginateDescribeIamInstanceProfileAssociations({ client: this.reader, pageSize }, filter, {
      ...abortable(signal),
    });
    for await (const page of pages) yield (page.IamInstanceProfileAssociations ?? []).flatMap(associationOf);
  }

  associate(instanceId: string, profileName: string): Promise<Association> {
    const doing = `attach instance profile ${profileName} to ${instanceId}`;
    return this.caller.one('ec2:AssociateIamInstanceProfile', doing, async () => {
      const command = new AssociateIamInstanceProfileCommand({
        InstanceId: instanceId,
        IamInstanceProfile: { Name: profileName },
      });
      return theAssociation((await this.writer.send(command)).IamInstanceProfileAssociation);
    });
  }

  replace(association: Association, profileName: string): Promise<Association> {
    const doing = `replace the instance profile of ${association.instanceId} by ${profileName}`;
    return this.caller.one('ec2:ReplaceIamInstanceProfileAssociation', doing, async () => {
      const command = new ReplaceIamInstanceProfileAssociationCommand({
        AssociationId: association.id,
        IamInstanceProfile: { Name: profileName },
      });
      return theAssociation((await this.writer.send(command)).IamInstanceProfileAssociation);
    });
  }

  disassociate(association: Association): Promise<void> {
    const doing = `detach the instance profile from ${association.instanceId}`;
    return this.caller.one('ec2:DisassociateIamInstanceProfile', doing, async () => {
      await this.writer.send(new DisassociateIamInstanceProfileCommand({ AssociationId: association.id }));
    });
  }

  regions(signal?: AbortSignal): Promise<string[]> {
    return this.caller.one('ec2:DescribeRegions', 'list the regions', async () => {
      const { Regions } = await this.reader.send(new DescribeRegionsCommand({}), { ...abortable(signal) });
      return (Regions ?? []).flatMap(({ RegionName }) => RegionName ?? []);
    });
  }
}

const abortable = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { abortSignal: signal });

const instancesOf = (reservation: Reservation, region: string): Instance[] =>
  (reservation.Instances ?? []).flatMap((instance) => instanceOf(instance, reservation.OwnerId, region));

const instanceOf = (instance: SdkInstance, account: string | undefined, region: string): Instance[] => {
  if (instance.InstanceId === undefined) return [];
  return [
    {
      id: instance.InstanceId,
      name: instance.Tags?.find(({ Key }) => Key === 'Name')?.Value,
      state: instance.State?.Name ?? 'unknown',
      type: instance.InstanceType,
      zone: instance.Placement?.AvailabilityZone,
      privateIp: instance.PrivateIpAddress,
      launchedAt: instance.LaunchTime,
      imageId: instance.ImageId,
      tags: Object.fromEntries((instance.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
      account,
      region,
      metadata: metadataOf(instance.MetadataOptions),
      profileArn: instance.IamInstanceProfile?.Arn,
    },
  ];
};

const metadataOf = (options: InstanceMetadataOptionsResponse | undefined): MetadataOptions | undefined =>
  options?.HttpEndpoint === undefined
    ? undefined
    : {
        enabled: options.HttpEndpoint === 'enabled',
        hopLimit: options.HttpPutResponseHopLimit,
        tokensRequired: options.HttpTokens === 'required',
      };

const associationOf = (association: IamInstanceProfileAssociation): Association[] => {
  const {
    AssociationId: id,
    InstanceId: instanceId,
    IamInstanceProfile: profile,
    State: state,
  } = association;
  if (id === undefined || instanceId === undefined || profile?.Arn === undefined || state === undefined)
    return [];
  return [{ id, instanceId, profileArn: profile.Arn, state }];
};

const theAssociation = (answer: IamInstanceProfileAssociation | undefined): Association => {
  const association = answer === undefined ? undefined : associationOf(answer)[0];
  if (association === undefined) throw new Error('AWS gave no association in its answer');
  return association;
};
