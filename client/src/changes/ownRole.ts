import { type Instance, type InstanceProfile, nameInArn } from '../aws/model';
import type { Action } from './action';
import { nameOf } from './names';
import type { Plan } from './profilePlans';
import { creationOf, type WholeRole } from './rolePlans';

/** What an own role for an instance is made from. */
export interface OwnRoleFacts {
  readonly instance: Instance;
  /** The profile the instance has now. */
  readonly profile: InstanceProfile | undefined;
  /** The role it runs as now; undefined where it runs as none. */
  readonly current: WholeRole | undefined;
  /** Of the new role and of its profile. */
  readonly name: string;
  readonly partition: string;
}

/** A trust policy that lets EC2, and nobody else, assume a role. */
export const ec2TrustPolicy = (partition: string): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: partition === 'aws-cn' ? 'ec2.amazonaws.com.cn' : 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole',
        },
      ],
    },
    null,
    2,
  );

/**
 * Gives an instance a role of its own with the permissions of the one it runs as: the same managed policies, copies of the
 * inline ones, the same boundary, path and tags; trusted by EC2 alone. One plan, from the role to the association.
 */
export const planOwnRole = (facts: OwnRoleFacts): Plan => {
  const { instance, profile, current, name } = facts;
  const actions: Action[] = [
    ...creationOf(roleToMake(facts)),
    { kind: 'createProfile', profileName: name },
    { kind: 'addRole', profileName: name, roleName: name },
    { kind: 'associate', instance, from: profile?.name, to: name, fresh: true },
  ];
  return { actions, warnings: current === undefined ? [noRoleYet(instance)] : warnings(current) };
};

const roleToMake = ({ instance, current, name, partition }: OwnRoleFacts): Omit<WholeRole, 'profiles'> => ({
  spec: {
    name,
    path: current?.spec.path ?? '/',
    description: `Role of EC2 instance ${instance.id}${current === undefined ? '' : `, cloned from ${current.spec.name}`}`,
    trust: ec2TrustPolicy(partition),
    maxSessionSeconds: current?.spec.maxSessionSeconds ?? 3600,
    boundaryArn: current?.spec.boundaryArn,
    // Tags can be what a policy decides by. Those that begin with aws: are AWS's own to give.
    tags: Object.fromEntries(Object.entries(current?.spec.tags ?? {}).filter(([key]) => !/^aws:/i.test(key))),
  },
  managed: current?.managed ?? [],
  inline: current?.inline ?? [],
});

const noRoleYet = (instance: Instance): string =>
  `${nameOf(instance)} runs as no role now, so its own role may do nothing until policies are attached to it.`;

const warnings = ({ spec, managed, inline }: WholeRole): string[] => {
  const own = managed.filter(({ arn }) => !arn.includes(':iam::aws:'));
  const naming = inline.filter(({ document }) => document.includes(`role/${spec.name}`));
  return [
    `Policies elsewhere that name role ${spec.name}, such as those of buckets and keys, do not name the new role.`,
    ...(own.length === 0
      ? []
      : [
          `Both roles share the managed polic${own.length === 1 ? 'y' : 'ies'} ${own.map(({ arn }) => nameInArn(arn)).join(', ')}: editing one changes both roles.`,
        ]),
    ...naming.map(
      ({ policyName }) =>
        `Inline policy ${policyName} names role ${spec.name}; look whether its copy should.`,
    ),
  ];
};

/** A name for an instance's own role: the instance's name as far as IAM takes it, else its id. */
export const ownRoleName = (
  { name = '', id }: Pick<Instance, 'name' | 'id'>,
  taken: readonly string[],
): string => {
  const plain = name.replace(/[^\w+=,.@]+/g, '-').replace(/^-+|-+$/g, '');
  const base = `${plain === '' ? id : plain}-role`.slice(-60);
  const used = new Set(taken.map((other) => other.toLowerCase()));
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? base : `${base}-${count}`;
    if (!used.has(candidate.toLowerCase())) return candidate;
  }
};
