import type { InstanceProfile } from '../../aws/model';
import { inert } from '../../inert';
import { emptyProfileProblem, roleOnInstanceProblem } from '../../state/problems';
import type { Row } from '../row';
import { type Shown, star, starred } from '../shown';
import { instanceLeaf } from './instance';
import { note, problem } from './messages';
import { roleRow } from './role';

/** Where a profile is shown: in the list of profiles, on the way from an instance, or among a role's. */
export type ProfilePlace = 'list' | 'instance' | 'role';

/** An instance profile: the role in it and, but for below an instance, the instances that use it. */
export const profileRow = (
  shown: Shown,
  profile: InstanceProfile,
  within: string,
  place: ProfilePlace,
): Row => {
  const id = `${within}/profile:${profile.name}`;
  const [role] = profile.roles;
  return {
    id,
    label: inert(profile.name),
    description: place === 'list' ? listWords(shown, profile) : 'instance profile',
    details: {
      title: inert(profile.name),
      facts: [
        ['ARN', profile.arn],
        ['Role', role?.name ?? 'none'],
      ],
      ...(role === undefined ? { problem: emptyProfileProblem(profile.name) } : {}),
    },
    icon: role === undefined ? { name: 'warning', tone: 'warning' } : { name: 'briefcase' },
    ...starred(shown, { kind: 'profile', profile }, role === undefined ? 'profile.empty' : 'profile'),
    ...(role === undefined ? { mark: 'warning' } : {}),
    ...(place === 'instance' ? { expanded: true } : {}),
    children: () => [
      ...(place === 'role' ? [] : roleRows(shown, profile, id)),
      ...(place === 'instance' ? [] : instanceRows(shown, profile, id)),
    ],
  };
};

const listWords = (shown: Shown, { roles: [role], arn }: InstanceProfile): string => {
  const { account } = shown;
  const users = account.links.instancesOf(arn).length;
  const used =
    users === 0
      ? account.lists.associations.status === 'ready'
        ? 'unused'
        : ''
      : counted(users, 'instance');
  return [star(shown, arn), inert(role?.name ?? 'no role'), used].filter(Boolean).join(' · ');
};

export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const roleRows = (shown: Shown, profile: InstanceProfile, id: string): Row[] =>
  profile.roles.length === 0
    ? [problem(id, emptyProfileProblem(profile.name))]
    : profile.roles.map((held) => roleRow(shown, shown.account.links.role(held.name) ?? held, id));

const instanceRows = (shown: Shown, profile: InstanceProfile, id: string): Row[] => {
  const { account } = shown;
  const instances = account.links.instancesOf(profile.arn);
  if (instances.length === 0) {
    return account.lists.associations.status === 'ready' ? [note(`${id}/unused`, 'Used by no instance')] : [];
  }
  const [role] = profile.roles;
  const wrong = role === undefined ? undefined : roleOnInstanceProblem(role, account.trust.ec2(role));
  return [
    ...(wrong === undefined ? [] : [problem(`${id}/trust`, wrong)]),
    ...instances.map((instance) => instanceLeaf(shown, instance, id)),
  ];
};
