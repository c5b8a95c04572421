import { resourcePolicies } from '../../../protocol/resourcePolicies';
import type { KindOfPolicy } from '../../checks/check';

/** Services that people most often let assume a role. */
export const assumingServices: readonly string[] = [
  'ec2.amazonaws.com',
  'lambda.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'states.amazonaws.com',
  'events.amazonaws.com',
  'codebuild.amazonaws.com',
  'cloudformation.amazonaws.com',
];

/** Services that people most often let use a resource. */
const using: readonly string[] = [
  'cloudfront.amazonaws.com',
  'sns.amazonaws.com',
  's3.amazonaws.com',
  'events.amazonaws.com',
  'lambda.amazonaws.com',
  'logging.s3.amazonaws.com',
  'cloudtrail.amazonaws.com',
  'delivery.logs.amazonaws.com',
];

/** The same for resources of one type; each service's guide has a policy for these. */
const usingOne: ReadonlyMap<string, readonly string[]> = new Map([
  [
    resourcePolicies.s3.type,
    ['cloudfront', 'logging.s3', 'cloudtrail', 'delivery.logs', 'config', 's3', 'serverlessrepo'],
  ],
  [resourcePolicies.sqs.type, ['sns', 'events', 's3', 'lambda']],
  [resourcePolicies.sns.type, ['events', 's3', 'cloudwatch', 'budgets', 'ses', 'codestar-notifications']],
  [
    resourcePolicies.kms.type,
    ['cloudtrail', 'sns', 'events', 's3', 'cloudwatch', 'cloudfront', 'delivery.logs', 'lambda'],
  ],
  [
    resourcePolicies.lambda.type,
    ['apigateway', 's3', 'sns', 'events', 'elasticloadbalancing', 'cognito-idp'],
  ],
  [resourcePolicies.events.type, ['events']],
  [resourcePolicies.ecr.type, ['codebuild', 'lambda']],
  [resourcePolicies.secretsmanager.type, ['lambda', 'rds']],
]);

/** Words of names that do not begin as the principal that they speak of. */
const synonyms: Readonly<Record<string, string>> = {
  ecs: 'ecs-tasks.amazonaws.com',
  fargate: 'ecs-tasks.amazonaws.com',
  task: 'ecs-tasks.amazonaws.com',
  instance: 'ec2.amazonaws.com',
  function: 'lambda.amazonaws.com',
  step: 'states.amazonaws.com',
  workflow: 'states.amazonaws.com',
  eventbridge: 'events.amazonaws.com',
  api: 'apigateway.amazonaws.com',
  flowlog: 'vpc-flow-logs.amazonaws.com',
};

/** Service principals that come first, the likeliest at the beginning: those that names around speak of, then the usual. */
export function likelyServices(
  { kind, resourceType }: KindOfPolicy,
  names: readonly (string | undefined)[],
): readonly string[] {
  // The name of another policy speaks of the resource that it belongs to, not of who uses it.
  const words = kind === 'trust' ? names.flatMap((name) => wordsOf(name ?? '')) : [];
  const named = words.flatMap((word) => [
    ...(Object.hasOwn(synonyms, word) ? [synonyms[word]!] : []),
    `${word}.amazonaws.com`,
  ]);
  const ofType = usingOne.get(resourceType ?? '')?.map((name) => `${name}.amazonaws.com`) ?? [];
  return [...new Set([...named, ...ofType, ...(kind === 'trust' ? assumingServices : using)])];
}

/** Words that say nothing of a policy: `aws_iam_policy_document`. */
const ofEveryName: ReadonlySet<string> = new Set(['aws', 'iam', 'account', 'data', 'policy', 'role']);

/** `LambdaExecutionRole` and `lambda-trust-policy.json` both speak of `lambda`. */
function wordsOf(name: string): string[] {
  const words = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase();
  return words.split(/[^a-z\d]+/).filter((word) => word.length > 1 && !ofEveryName.has(word));
}
