import { resourcePolicies } from '../../protocol/resourcePolicies';
import { isApiPath } from '../iam/arn';
import { hasWildcard } from '../iam/wildcard';
import type { PolicyDocument } from '../model/policyDocument';
import type { ResourcePattern } from '../model/resource';
import type { Statement } from '../model/statement';

/** Resource types by the prefix of their actions, which is the service of their ARNs too. */
const byService: ReadonlyMap<string, string> = new Map([
  ['s3', resourcePolicies.s3.type],
  ['sqs', resourcePolicies.sqs.type],
  ['sns', resourcePolicies.sns.type],
  ['kms', resourcePolicies.kms.type],
  ['lambda', resourcePolicies.lambda.type],
  ['ecr', resourcePolicies.ecr.type],
  ['secretsmanager', resourcePolicies.secretsmanager.type],
  ['dynamodb', resourcePolicies.dynamodb.type],
  ['kinesis', resourcePolicies.kinesis.type],
  ['elasticfilesystem', resourcePolicies.efs.type],
  ['events', resourcePolicies.events.type],
  ['execute-api', resourcePolicies.apigateway.type],
  ['es', resourcePolicies.opensearch.type],
  ['backup', resourcePolicies.backup.type],
  ['codeartifact', resourcePolicies.codeartifact.type],
]);

/** Names of files (lower case) that say to which resource the policy in them belongs. */
const byFileName: readonly (readonly [RegExp, string])[] = [
  [/access[-_.]?point[-_.]?policy/, resourcePolicies['s3-access-point'].type],
  [/bucket[-_.]?policy/, resourcePolicies.s3.type],
  [/queue[-_.]?policy/, resourcePolicies.sqs.type],
  [/topic[-_.]?policy/, resourcePolicies.sns.type],
  [/(^|[-_.])key[-_.]?policy/, resourcePolicies.kms.type],
  [/(repository|repo|ecr)[-_.]?policy/, resourcePolicies.ecr.type],
  [/secret[-_.]?policy/, resourcePolicies.secretsmanager.type],
  [/(function|lambda)[-_.]?policy/, resourcePolicies.lambda.type],
  [/table[-_.]?policy/, resourcePolicies.dynamodb.type],
  [/stream[-_.]?policy/, resourcePolicies.kinesis.type],
  [/(file[-_.]?system|efs)[-_.]?policy/, resourcePolicies.efs.type],
  [/event[-_.]?bus[-_.]?policy/, resourcePolicies.events.type],
  [/(rest)?api[-_.]?policy/, resourcePolicies.apigateway.type],
  [/(opensearch|elasticsearch|domain)[-_.]?policy/, resourcePolicies.opensearch.type],
  [/vault[-_.]?policy/, resourcePolicies.backup.type],
  [/(vpce|endpoint)[-_.]?policy/, resourcePolicies['vpc-endpoint'].type],
];

/** The resource type that a file's name (last part of its path, lower case) gives away. */
export function resourceTypeFromFileName(name: string): string | undefined {
  return byFileName.find(([pattern]) => pattern.test(name))?.[1];
}

/**
 * The type of the resource that a policy with principals seems to belong to: all its actions and ARNs are of one
 * service whose resources have policies. A VPC endpoint's policy can look the same, so this is a guess.
 */
export function resourceTypeFromShape({ statements }: PolicyDocument): string | undefined {
  const services = new Set(statements.flatMap(servicesOf));
  const [service, ...others] = services;
  if (service === undefined || others.length > 0) return undefined;
  return service === 's3' && statements.every(isAboutAccessPoints)
    ? resourcePolicies['s3-access-point'].type
    : byService.get(service);
}

/** Services of a statement's actions and ARNs; those of patterns and variables under a name that no service has. */
function servicesOf({ actions, resources }: Statement): string[] {
  const ofActions = actions.map(({ prefix }) => prefix ?? '*');
  const ofResources = resources.filter(({ isStar }) => !isStar).map(serviceOf);
  return [...ofActions, ...ofResources].filter((service) => service !== '').map(plain);
}

/** API Gateway takes `execute-api:/stage/GET/path` for the ARN. */
function serviceOf({ arn, text }: ResourcePattern): string {
  return arn?.service.toLowerCase() ?? (isApiPath(text) ? 'execute-api' : '*');
}

function plain(service: string): string {
  return hasWildcard(service) || service.includes('$') ? '*' : service;
}

function isAboutAccessPoints({ resources }: Statement): boolean {
  return resources.length > 0 && resources.every(({ arn }) => arn?.resource.startsWith('accesspoint/'));
}
