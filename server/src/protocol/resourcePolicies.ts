import type { PolicyKind } from './settings';

/** A resource that has a policy of its own. */
export interface ResourceWithPolicy {
  /** As AWS CloudFormation and IAM Access Analyzer call it. */
  readonly type: string;
  /** For people, with an article. */
  readonly name: string;
}

/** Resources whose policies are told apart, by the word a setting says after `resource/`. */
export const resourcePolicies = {
  s3: { type: 'AWS::S3::Bucket', name: 'an S3 bucket' },
  's3-access-point': { type: 'AWS::S3::AccessPoint', name: 'an S3 access point' },
  sqs: { type: 'AWS::SQS::Queue', name: 'an SQS queue' },
  sns: { type: 'AWS::SNS::Topic', name: 'an SNS topic' },
  kms: { type: 'AWS::KMS::Key', name: 'a KMS key' },
  lambda: { type: 'AWS::Lambda::Function', name: 'a Lambda function' },
  ecr: { type: 'AWS::ECR::Repository', name: 'a container repository' },
  secretsmanager: { type: 'AWS::SecretsManager::Secret', name: 'a secret' },
  dynamodb: { type: 'AWS::DynamoDB::Table', name: 'a DynamoDB table' },
  kinesis: { type: 'AWS::Kinesis::Stream', name: 'a Kinesis stream' },
  efs: { type: 'AWS::EFS::FileSystem', name: 'an EFS file system' },
  events: { type: 'AWS::Events::EventBus', name: 'an event bus' },
  apigateway: { type: 'AWS::ApiGateway::RestApi', name: 'an API of API Gateway' },
  opensearch: { type: 'AWS::OpenSearchService::Domain', name: 'an OpenSearch domain' },
  backup: { type: 'AWS::Backup::BackupVault', name: 'a backup vault' },
  codeartifact: { type: 'AWS::CodeArtifact::Repository', name: 'a CodeArtifact repository' },
  'vpc-endpoint': { type: 'AWS::EC2::VPCEndpoint', name: 'a VPC endpoint' },
} as const satisfies Readonly<Record<string, ResourceWithPolicy>>;

export type ResourcePolicyWord = `resource/${keyof typeof resourcePolicies}`;

/** What a setting or an option can say of a file: a kind, with its resource or without, or "a policy of some kind". */
export type ToldKind = PolicyKind | ResourcePolicyWord | 'auto';

const byWord: ReadonlyMap<string, ResourceWithPolicy> = new Map(
  Object.entries(resourcePolicies).map(([word, resource]) => [`resource/${word}`, resource]),
);

/** The resource that a word such as `resource/s3` means. */
export function resourceOfWord(word: string): ResourceWithPolicy | undefined {
  return byWord.get(word);
}

/** All words such as `resource/s3`. */
export const resourcePolicyWords: readonly ResourcePolicyWord[] = [...byWord.keys()] as ResourcePolicyWord[];

/** A resource type in words, with an article; undefined for types that are not listed here. */
export function nameOfResource(type: string | undefined): string | undefined {
  return [...byWord.values()].find((resource) => resource.type === type)?.name;
}

/** The setting's word for a resource type; undefined for types that are not listed here. */
export function wordOfResource(type: string | undefined): ResourcePolicyWord | undefined {
  return resourcePolicyWords.find((word) => byWord.get(word)?.type === type);
}
