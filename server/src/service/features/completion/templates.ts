import { githubProvider } from '../../iam/principals';
import type { PolicyKind } from '../../../protocol/settings';
import type { Names } from '../../iam/namesInPolicy';
import { choice, stop, type Template } from './snippet';
import type { CompletionContext } from './suggestion';
import { textsFor } from './valueSets';

/** A whole statement, or several that belong together, to begin a policy with. */
export interface StatementTemplate {
  readonly label: string;
  readonly detail: string;
  readonly kind: Extract<PolicyKind, 'trust' | 'identity'>;
  readonly statements: (context: CompletionContext) => readonly Template[];
}

type Statement = Readonly<Record<string, Template>>;

/** Statements that people come for, trust policies first. */
export const statementTemplates: readonly StatementTemplate[] = [
  {
    label: 'Trust policy for EC2',
    detail: 'Instances get the role by an instance profile',
    kind: 'trust',
    statements: () => [trust({ Service: 'ec2.amazonaws.com' })],
  },
  {
    label: 'Trust policy for Lambda',
    detail: 'Execution role of a function',
    kind: 'trust',
    statements: () => [trust({ Service: 'lambda.amazonaws.com' })],
  },
  {
    label: 'Trust policy for a service',
    detail: 'ECS tasks, CodeBuild …',
    kind: 'trust',
    statements: () => [trust({ Service: stop(1) })],
  },
  {
    label: 'Trust policy for an account',
    detail: 'Another account, with an external id',
    kind: 'trust',
    statements: ({ names }) => [
      trust(
        { AWS: `arn:${names.partition}:iam::${stop(1, exampleAccount)}:root` },
        { StringEquals: { 'sts:ExternalId': stop(2, 'external-id') } },
      ),
    ],
  },
  {
    label: 'Trust policy for GitHub (OIDC)',
    detail: 'One branch of one repository',
    kind: 'trust',
    statements: ({ names }) => [github(names)],
  },
  {
    label: 'Trust policy for OIDC',
    detail: 'One subject and audience',
    kind: 'trust',
    statements: ({ names }) => [oidc(names)],
  },
  {
    label: 'Trust policy for SAML',
    detail: 'Sign-in by a company directory',
    kind: 'trust',
    statements: (context) => [saml(context)],
  },
  {
    label: 'Trust policy for IAM Roles Anywhere',
    detail: 'Machines outside AWS, by certificate',
    kind: 'trust',
    statements: ({ names }) => [rolesAnywhere(names)],
  },
  {
    label: 'Permission policy',
    detail: 'Actions on resources',
    kind: 'identity',
    statements: () => [{ Effect: choice(1, ['Allow', 'Deny']), Action: [stop(2)], Resource: [stop(3)] }],
  },
  {
    label: 'RunInstances with one AMI',
    detail: 'For one user; with all that a launch touches',
    kind: 'identity',
    statements: ({ names }) => [launch(names)],
  },
];

const exampleAccount = '111122223333';

function accountOf({ account }: Names): string {
  return account === '*' ? exampleAccount : account;
}

/** https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html */
function rolesAnywhere(names: Names): Statement {
  const anchor = `trust-anchor/${stop(3, '00000000-0000-0000-0000-000000000000')}`;
  const region = names.region === '*' ? 'us-east-1' : names.region;
  return {
    Effect: 'Allow',
    Principal: { Service: 'rolesanywhere.amazonaws.com' },
    Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
    Condition: {
      ArnEquals: {
        'aws:SourceArn': `arn:${names.partition}:rolesanywhere:${stop(1, region)}:${stop(2, accountOf(names))}:${anchor}`,
      },
    },
  };
}

function trust(principal: Statement, condition?: Statement, action = 'sts:AssumeRole'): Statement {
  return {
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    ...(condition && { Condition: condition }),
  };
}

/** https://docs.github.com/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws */
function github(names: Names): Statement {
  const subject = `repo:${stop(2, 'owner')}/${stop(3, 'repository')}:ref:refs/heads/${stop(4, 'main')}`;
  return federated(providerArn(names, 'oidc-provider', githubProvider), 'sts:AssumeRoleWithWebIdentity', {
    StringEquals: {
      [`${githubProvider}:aud`]: 'sts.amazonaws.com',
      [`${githubProvider}:sub`]: subject,
    },
  });
}

function oidc(names: Names): Statement {
  const provider = stop(2, 'oidc.example.com');
  return federated(providerArn(names, 'oidc-provider', provider), 'sts:AssumeRoleWithWebIdentity', {
    StringEquals: { [`${provider}:aud`]: stop(3, 'audience'), [`${provider}:sub`]: stop(4, 'subject') },
  });
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html */
function saml(context: CompletionContext): Statement {
  const [audience = ''] = textsFor('SAML:aud', context);
  const provider = providerArn(context.names, 'saml-provider', stop(2, 'ProviderName'));
  return federated(provider, 'sts:AssumeRoleWithSAML', { StringEquals: { 'SAML:aud': audience } });
}

function federated(provider: string, action: string, condition: Statement): Statement {
  return trust({ Federated: provider }, condition, action);
}

function providerArn(names: Names, type: string, provider: string): string {
  return `arn:${names.partition}:iam::${stop(1, accountOf(names))}:${type}/${provider}`;
}

/**
 * What RunInstances needs besides the image.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ExamplePolicies_EC2.html#iam-example-runinstances
 */
const touched = ['instance', 'key-pair', 'network-interface', 'security-group', 'subnet', 'volume'];

function launch({ partition, region, account }: Names): Statement {
  const arn = (owner: string, resource: string) => `arn:${partition}:ec2:${region}:${owner}:${resource}`;
  return {
    Sid: 'LaunchOneImageOnly',
    Effect: 'Allow',
    Action: ['ec2:RunInstances'],
    Resource: [
      arn('', `image/${stop(1, 'ami-0123456789abcdef0')}`),
      ...touched.map((type) => arn(account, `${type}/*`)),
    ],
    Condition: { StringEquals: { 'aws:username': stop(2, 'User1') } },
  };
}
