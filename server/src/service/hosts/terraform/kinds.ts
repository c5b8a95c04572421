import type { PolicyKind } from '../../../protocol/settings';
import type { KindOfPolicy } from '../../checks/check';
import { attribute, type Block, type Expression } from './hcl/ast';
import type { PolicyDocument } from '../../model/policyDocument';
import { policyArguments } from './policyArguments';

/** Resources whose policy says what an identity may do; the policies of other resources say who may use them. */
const identities =
  /^aws_(iam_(policy|role|role_policy|user_policy|group_policy)|ssoadmin_permission_set_inline_policy)$/;
const sessions = /^aws_(rolesanywhere_profile|transfer_(user|access))$/;

/** CloudFormation's names for the resources of which checks know more. */
const resourceTypes: Readonly<Record<string, string>> = {
  aws_s3_bucket: 'AWS::S3::Bucket',
  aws_s3_bucket_policy: 'AWS::S3::Bucket',
  aws_s3_access_point: 'AWS::S3::AccessPoint',
  aws_s3control_access_point_policy: 'AWS::S3::AccessPoint',
  aws_sqs_queue: 'AWS::SQS::Queue',
  aws_sqs_queue_policy: 'AWS::SQS::Queue',
  aws_sns_topic: 'AWS::SNS::Topic',
  aws_sns_topic_policy: 'AWS::SNS::Topic',
  aws_kms_key: 'AWS::KMS::Key',
  aws_kms_key_policy: 'AWS::KMS::Key',
  aws_kms_replica_key: 'AWS::KMS::ReplicaKey',
  aws_secretsmanager_secret: 'AWS::SecretsManager::Secret',
  aws_secretsmanager_secret_policy: 'AWS::SecretsManager::Secret',
  aws_ecr_repository_policy: 'AWS::ECR::Repository',
  aws_ecr_registry_policy: 'AWS::ECR::RegistryPolicy',
  aws_dynamodb_resource_policy: 'AWS::DynamoDB::Table',
  aws_ecr_repository_creation_template: 'AWS::ECR::Repository',
  aws_vpc_endpoint: 'AWS::EC2::VPCEndpoint',
  aws_vpc_endpoint_policy: 'AWS::EC2::VPCEndpoint',
};

/** What an argument of a resource makes of its policy; undefined where it says nothing. */
export function argumentKind(type: string, argument: string, block: Block): KindOfPolicy | undefined {
  if (argument === 'assume_role_policy') return certain('trust');
  if (type === 'aws_organizations_policy') return organizationKind(attribute(block.body, 'type')?.value);
  if (!policyArguments[type]?.includes(argument)) return undefined;
  if (identities.test(type)) return certain('identity');
  if (sessions.test(type)) return certain('session');
  const resourceType = resourceTypes[type];
  // Of other types it is not known what their policies may leave out.
  return resourceType === undefined
    ? { kind: 'resource', certain: false }
    : { kind: 'resource', certain: true, resourceType };
}

function certain(kind: PolicyKind): KindOfPolicy {
  return { kind, certain: true };
}

/** Service control policies are what Organizations makes where nothing else is said. */
function organizationKind(type: Expression | undefined): KindOfPolicy | undefined {
  const [only] = type?.kind === 'template' ? type.parts : [];
  if (!type || (only?.kind === 'text' && only.text === 'SERVICE_CONTROL_POLICY')) return certain('scp');
  return only?.kind === 'text' && only.text === 'RESOURCE_CONTROL_POLICY' ? certain('rcp') : undefined;
}

/** Policies that look like IAM's and follow other rules: of IoT, of CloudWatch's data protection, of other providers. */
const others = /^aws_(iot_|cloudwatch_log_(account|data_protection|index)_|sns_topic_data_protection_)/;

export function isOtherPolicy({ type, labels }: Block): boolean {
  const [resource] = labels;
  if ((type.text !== 'resource' && type.text !== 'data') || !resource) return false;
  return !/^aws(cc)?_/.test(resource.text) || others.test(resource.text);
}

/**
 * What a policy's own text says of its kind: a bucket with actions of S3 Express is a directory bucket, which follows
 * other rules than the buckets that Terraform has the same resource for.
 */
export function withoutDirectoryBuckets(kind: KindOfPolicy, { statements }: PolicyDocument): KindOfPolicy {
  const isDirectory =
    kind.resourceType === 'AWS::S3::Bucket' &&
    statements.some(({ actions }) => actions.some(({ prefix }) => prefix === 's3express'));
  return isDirectory ? { kind: kind.kind, certain: false } : kind;
}

/** Versions of IAM's language; a policy with another one, such as Alibaba Cloud's "1", is none of ours. */
export function hasForeignVersion({ version }: PolicyDocument): boolean {
  return version !== undefined && /^\d{0,2}$/.test(version);
}
