import { accountInArn } from '../aws/model';
import { readTrust, type TrustCondition, type TrustPrincipal, type TrustStatement } from './document';

/** One line of "who may assume this role". */
export interface TrustedParty {
  /** `EC2 (ec2.amazonaws.com)` */
  readonly who: string;
  /** `only with external ID`, `never (denied)`; empty where nothing limits it. */
  readonly limits: string;
  /** A name for few places: `EC2`. */
  readonly short: string;
  readonly kind: TrustPrincipal['type'];
}

/**
 * Says in plain words whom a trust policy names, in its order.
 * @returns undefined where the policy cannot be read
 */
export const trustedParties = (text: string | undefined): readonly TrustedParty[] | undefined =>
  readTrust(text)?.statements.flatMap(partiesOf);

const partiesOf = (statement: TrustStatement): TrustedParty[] => {
  const limits = limitsOf(statement);
  if (statement.principals === undefined) {
    return [{ who: 'Everyone but those named', short: 'all but some', kind: '*', limits }];
  }
  return statement.principals.map((principal) => ({ ...name(principal), kind: principal.type, limits }));
};

const limitsOf = ({ allow, conditions }: TrustStatement): string => {
  const said = [...new Set(conditions.map(limit))];
  if (!allow) return said.length === 0 ? 'never (denied)' : `denied ${said.join(', ')}`;
  return said.length === 0 ? '' : `only ${said.join(', ')}`;
};

const limit = ({ key, operator, values }: TrustCondition): string => {
  if (key === 'sts:externalid') return 'with external ID';
  if (key === 'aws:multifactorauthpresent' && values.every((value) => value === 'true')) return 'with MFA';
  if (key === 'aws:multifactorauthage') return 'with recent MFA';
  if (key === 'aws:principalorgid') return `in organization ${values.join(' or ')}`;
  if (key === 'aws:sourceaccount') return `for account ${values.join(' or ')}`;
  if (key === 'aws:sourcearn') return `for ${values.join(' or ')}`;
  return `if ${key} ${operator} ${values.join(' or ')}`;
};

const name = ({ type, value }: TrustPrincipal): Pick<TrustedParty, 'who' | 'short'> => {
  switch (type) {
    case '*':
      return { who: 'Anyone (*)', short: 'anyone' };
    case 'Service':
      return service(value);
    case 'AWS':
      return awsPrincipal(value);
    case 'Federated':
      return federated(value);
    case 'CanonicalUser':
      return { who: `S3 canonical user ${value}`, short: 'a canonical user' };
  }
};

const service = (value: string) => {
  const [first = value] = value.split('.');
  const short = serviceNames[first] ?? first;
  return { who: `${short} (${value})`, short };
};

/** Services people know by a name that is not their principal's. Others go by the first part of the principal. */
const serviceNames: Readonly<Record<string, string>> = {
  ec2: 'EC2',
  lambda: 'Lambda',
  s3: 'S3',
  ecs: 'ECS',
  'ecs-tasks': 'ECS tasks',
  eks: 'EKS',
  rds: 'RDS',
  sns: 'SNS',
  sqs: 'SQS',
  apigateway: 'API Gateway',
  cloudformation: 'CloudFormation',
  codebuild: 'CodeBuild',
  events: 'EventBridge',
  glue: 'Glue',
  states: 'Step Functions',
  ssm: 'Systems Manager',
};

const awsPrincipal = (value: string) => {
  if (value === '*') return { who: 'Anyone (*)', short: 'anyone' };
  if (/^\d{12}$/.test(value)) return account(value);
  const id = accountInArn(value);
  const resource = value.split(':').slice(5).join(':');
  if (id === undefined) return { who: value, short: 'a deleted principal' };
  if (resource === 'root') return account(id);
  const [, kind = '', path = ''] = /^([\w-]+)\/(.*)$/.exec(resource) ?? [];
  const word = { role: 'Role', user: 'User', 'assumed-role': 'Session', 'federated-user': 'Federated user' }[
    kind
  ];
  return word === undefined
    ? { who: value, short: resource }
    : { who: `${word} ${path} of account ${id}`, short: `${word.toLowerCase()} ${path}` };
};

const account = (id: string) => ({ who: `Account ${id}`, short: `account ${id}` });

const federated = (value: string) => {
  const provider = value.slice(value.indexOf('/') + 1);
  if (value.includes('token.actions.githubusercontent.com'))
    return { who: `GitHub Actions (${value})`, short: 'GitHub Actions' };
  if (value.includes(':saml-provider/'))
    return { who: `SAML provider ${provider} (${value})`, short: `SAML ${provider}` };
  if (value === 'cognito-identity.amazonaws.com') return { who: `Cognito (${value})`, short: 'Cognito' };
  if (value.includes(':oidc-provider/'))
    return { who: `OIDC provider ${provider}`, short: `OIDC ${provider}` };
  return { who: `Web identity ${value}`, short: value };
};
