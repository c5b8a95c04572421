/**
 * Partitions and Regions.
 * https://docs.aws.amazon.com/general/latest/gr/rande.html
 */
export const partitions: ReadonlySet<string> = new Set([
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
]);

const names = `af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2
ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1
ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1
me-central-1 me-south-1 me-west-1 mx-central-1 sa-east-1 sa-west-1 us-east-1 us-east-2 us-west-1 us-west-2
cn-north-1 cn-northwest-1 us-gov-east-1 us-gov-west-1 us-iso-east-1 us-iso-west-1 us-isob-east-1 us-isob-west-1
eu-isoe-west-1 us-isof-east-1 us-isof-south-1 eusc-de-east-1`;

/** Regions that are open or announced. */
export const regions: ReadonlySet<string> = new Set(names.split(/\s+/));

const partitionByStart: readonly (readonly [string, string])[] = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc'],
];

/** The partition that a Region of {@link regions} belongs to. */
export function partitionOf(region: string): string {
  return partitionByStart.find(([start]) => region.startsWith(start))?.[1] ?? 'aws';
}

/** The Regions of a partition, those first that most accounts use. */
export function regionsOf(partition: string): readonly string[] {
  const all = [...regions].filter((region) => partitionOf(region) === partition);
  return [
    ...mostUsed.filter((region) => all.includes(region)),
    ...all.filter((one) => !mostUsed.includes(one)),
  ];
}

const mostUsed = ['us-east-1', 'us-east-2', 'us-west-2', 'eu-west-1', 'eu-central-1', 'ap-northeast-1'];

/** Condition keys that hold the name of a Region, lower case. */
export const regionKeys: ReadonlySet<string> = new Set([
  'aws:requestedregion',
  'account:targetregion',
  'cloudformation:targetregion',
  'ec2:region',
  'ec2:vpceserviceregion',
  'identitystore:primaryregion',
  'kms:primaryregion',
  'kms:replicaregion',
  's3:locationconstraint',
  'secretsmanager:addreplicaregions',
  'secretsmanager:secretprimaryregion',
  'ses:replicaregion',
]);
