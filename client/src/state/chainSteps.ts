import { trustedParties } from '../trust/words';
import { type ChainLink, diagnose, type DiagnosisFacts, type Problem } from './diagnosis';
import type { RoleContents } from './roleDetails';

/** One step of the way on which an instance gets what it may do. */
export interface ChainStep {
  readonly link: ChainLink;
  readonly title: string;
  /** What the step is for, for people who mix these things up. */
  readonly meaning: string;
  /** The name of the thing; undefined where there is none. */
  readonly name: string | undefined;
  /** `missing`: the way does not come this far. */
  readonly status: 'ok' | 'error' | 'warning' | 'missing' | 'unknown';
  readonly facts: readonly (readonly [name: string, value: string | undefined])[];
  readonly problems: readonly Problem[];
}

/**
 * The six steps of an instance's chain.
 * @param contents what the role holds; undefined where it was not read
 */
export const chainSteps = (
  facts: DiagnosisFacts,
  contents: RoleContents | undefined,
): readonly ChainStep[] => {
  const problems = diagnose(facts);
  return [
    instanceStep(facts),
    associationStep(facts),
    profileStep(facts),
    roleStep(facts, contents),
    trustStep(facts),
    permissionsStep(facts, contents),
  ].map((step) => {
    const own = problems.filter(({ link }) => link === step.link);
    return { ...step, problems: own, status: worst(step.status, own) };
  });
};

type Bare = Omit<ChainStep, 'problems'>;

const worst = (status: ChainStep['status'], problems: readonly Problem[]): ChainStep['status'] => {
  if (problems.some(({ severity }) => severity === 'error')) return 'error';
  return problems.some(({ severity }) => severity === 'warning') ? 'warning' : status;
};

const instanceStep = ({ instance }: DiagnosisFacts): Bare => {
  const { metadata } = instance;
  return {
    link: 'instance',
    title: 'Instance',
    meaning: 'Programs on it ask the metadata service for credentials.',
    name:
      instance.name === undefined || instance.name === '' ? instance.id : `${instance.name} (${instance.id})`,
    status: 'ok',
    facts: [
      ['State', instance.state],
      ['Region', instance.region],
      [
        'Metadata service',
        metadata &&
          [
            metadata.enabled ? 'on' : 'off',
            metadata.tokensRequired ? 'IMDSv2 only' : 'IMDSv1 and IMDSv2',
            metadata.hopLimit !== undefined && `hop limit ${metadata.hopLimit}`,
          ]
            .filter(Boolean)
            .join(', '),
      ],
    ],
  };
};

const associationStep = ({ chain: { association }, known }: DiagnosisFacts): Bare => ({
  link: 'association',
  title: 'Association',
  meaning: 'Ties one instance profile to the instance.',
  name: association?.id,
  status: association ? 'ok' : known.associations ? 'missing' : 'unknown',
  facts: [['State', association?.state]],
});

const profileStep = ({ chain: { profile, profileName, association }, known }: DiagnosisFacts): Bare => ({
  link: 'profile',
  title: 'Instance profile',
  meaning: 'The container that carries one role to instances. Its name may differ from the role’s.',
  name: profile?.name ?? profileName,
  status: profile ? 'ok' : association && !known.profiles ? 'unknown' : 'missing',
  facts: [['ARN', profile?.arn ?? association?.profileArn]],
});

const roleStep = (
  { chain: { role, profile, association }, known }: DiagnosisFacts,
  contents: RoleContents | undefined,
): Bare => ({
  link: 'role',
  title: 'Role',
  meaning: 'Whose permissions programs on the instance have.',
  name: role?.name,
  status: role ? 'ok' : association && profile === undefined && !known.profiles ? 'unknown' : 'missing',
  facts: [
    ['ARN', role?.arn],
    ['Description', role?.description],
    ['Last used', contents?.details.lastUsed?.at.toISOString().slice(0, 10)],
  ],
});

const trustStep = ({ chain: { role }, trust }: DiagnosisFacts): Bare => ({
  link: 'trust',
  title: 'Trust policy',
  meaning: 'Says who may assume the role. EC2 must be among them.',
  name: role && `Who may assume ${role.name}`,
  status: role === undefined ? 'missing' : trust?.answer === 'yes' ? 'ok' : 'unknown',
  facts: (trustedParties(role?.trust) ?? []).map(({ who, limits }) => [
    'Trusts',
    [who, limits].filter(Boolean).join(', '),
  ]),
});

const permissionsStep = ({ chain: { role } }: DiagnosisFacts, contents: RoleContents | undefined): Bare => ({
  link: 'permissions',
  title: 'Permissions',
  meaning: 'What the role may do: all its policies together, within its boundary.',
  name: role && `What ${role.name} may do`,
  status: role === undefined ? 'missing' : contents === undefined ? 'unknown' : 'ok',
  facts:
    contents === undefined
      ? []
      : [
          ...contents.policies.managed.map(({ name }) => ['Managed policy', name] as const),
          ...contents.policies.inline.map((name) => ['Inline policy', name] as const),
          ...(contents.policies.managed.length + contents.policies.inline.length === 0
            ? [['Policies', 'none: it may do nothing'] as const]
            : []),
          ['Permissions boundary', contents.details.boundaryArn] as const,
        ],
});
