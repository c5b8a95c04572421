/**
 * Names of services that share their prefix with others, where the reference's data have the name of a lesser one.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const shared: ReadonlyMap<string, string> = new Map([
  ['apigateway', 'Amazon API Gateway'],
  ['cloudformation', 'AWS CloudFormation'],
  ['elasticloadbalancing', 'Elastic Load Balancing'],
  ['ses', 'Amazon Simple Email Service'],
]);

/** What people call the service of a prefix, for which the reference's data have the given name. */
export function nameOfService(prefix: string, listed: string): string {
  return shared.get(prefix) ?? listed;
}

/** What else people call services, where the prefix and the name don't show it. */
const alsoCalled: ReadonlyMap<string, string> = new Map([
  ['autoscaling', 'ASG'],
  ['cognito-idp', 'User Pools'],
  ['dynamodb', 'DDB'],
  ['ecs', 'Fargate'],
  ['elasticfilesystem', 'EFS'],
  ['elasticloadbalancing', 'ELB ALB NLB'],
  ['elasticmapreduce', 'EMR'],
  ['es', 'Elasticsearch'],
  ['kafka', 'MSK'],
  ['lambda', 'Functions'],
  ['mediaconvert', 'Video'],
  ['s3', 'Buckets'],
  ['secretsmanager', 'Secrets'],
  ['sqs', 'Queues Simple Queue Service'],
  ['sns', 'Topics Simple Notification Service'],
  ['rds', 'Aurora Relational Database Service'],
  ['ssm', 'Parameter Store'],
  ['sso', 'Single Sign-On'],
  ['states', 'Workflows'],
]);

/** From the first word of the service's names that begins with the letters (lower case); undefined where none does. */
export function wordsOfService(prefix: string, name: string, wanted: string): string | undefined {
  const all = `${name} ${alsoCalled.get(prefix) ?? ''}`;
  const at = ` ${all.toLowerCase()}`.search(new RegExp(`[ (-]${wanted.replace(/[^a-z0-9 ]/g, '\\$&')}`));
  return at < 0 ? undefined : all.slice(at).trimEnd();
}

/** Services that most policies speak of. */
export const commonServices: ReadonlySet<string> = new Set([
  'autoscaling',
  'cloudformation',
  'cloudwatch',
  'dynamodb',
  'ec2',
  'ecr',
  'ecs',
  'eks',
  'events',
  'iam',
  'kms',
  'lambda',
  'logs',
  'rds',
  'route53',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'states',
  'sts',
]);
