import type { KindOfPolicy } from '../../server/src/service/checks/check';
import { toNeutral } from '../../server/src/service/convert/neutral';
import { toJson } from '../../server/src/service/convert/toJson';
import { toYaml } from '../../server/src/service/convert/toYaml';
import type { PolicyDocument } from '../../server/src/service/model/policyDocument';

/** A resource with the policy, by kind: its type, and the property that holds it. */
function placeFor(kind: KindOfPolicy | undefined): readonly [type: string, property: string] {
  if (kind?.kind === 'trust') return ['AWS::IAM::Role', 'AssumeRolePolicyDocument'];
  if (kind?.kind === 'scp' || kind?.kind === 'rcp') return ['AWS::Organizations::Policy', 'Content'];
  if (kind?.kind === 'session') return ['AWS::Transfer::User', 'Policy'];
  if (kind?.kind !== 'resource') return ['AWS::IAM::ManagedPolicy', 'PolicyDocument'];
  return resources[kind.resourceType ?? ''] ?? ['AWS::S3::BucketPolicy', 'PolicyDocument'];
}

const resources: Readonly<Record<string, readonly [string, string]>> = {
  'AWS::KMS::Key': ['AWS::KMS::Key', 'KeyPolicy'],
  'AWS::EC2::VPCEndpoint': ['AWS::EC2::VPCEndpoint', 'PolicyDocument'],
  'AWS::SNS::Topic': ['AWS::SNS::TopicPolicy', 'PolicyDocument'],
  'AWS::SQS::Queue': ['AWS::SQS::QueuePolicy', 'PolicyDocument'],
};

const organizationTypes: Readonly<Record<string, string>> = {
  scp: 'SERVICE_CONTROL_POLICY',
  rcp: 'RESOURCE_CONTROL_POLICY',
};

/** A template of CloudFormation around the policy. */
export function templateOf(
  format: 'yaml' | 'json',
  policy: PolicyDocument,
  kind: KindOfPolicy | undefined,
): string {
  const [type, property] = placeFor(kind);
  const content = toNeutral(policy.root)!;
  const text = (value: string) => ({ kind: 'string', text: value }) as const;
  const organization = organizationTypes[kind?.kind ?? ''];
  const properties = [
    ...(organization ? [['Type', text(organization)] as const] : []),
    [property, content] as const,
  ];
  const resource = {
    kind: 'map',
    entries: [
      ['Type', text(type)],
      ['Properties', { kind: 'map', entries: properties }],
    ],
  } as const;
  const whole = {
    kind: 'map',
    entries: [['Resources', { kind: 'map', entries: [['Resource', resource]] }]],
  } as const;
  return (format === 'yaml' ? toYaml(whole) : toJson(whole))!;
}
