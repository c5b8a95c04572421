import type { InstanceProfile } from '../../aws/model';
import { inert } from '../../inert';
import type { Account } from '../../state/account';
import { emptyProfileProblem, roleOnInstanceProblem } from '../../state/problems';
import type { Row } from '../row';
import { instanceLeaf } from './instance';
import { note, problem } from './messages';
import { roleRow } from './role';

/** An instance profile: the role in it and, but for below an instance, the instances that use it. */
export const profileRow = (account: Account, profile: InstanceProfile, within: string): Row => {
  const id = `${within}/profile:${profile.name}`;
  const [role] = profile.roles;
  const below = within.startsWith('instances/') ? 'instance' : within.startsWith('roles/') ? 'role' : 'list';
  return {
    id,
    label: inert(profile.name),
    description: below === 'list' ? inert(role?.name ?? 'no role') : 'instance profile',
    details: {
      title: inert(profile.name),
      facts: [
        ['ARN', profile.arn],
        ['Role', role?.name ?? 'none'],
      ],
      ...(role === undefined ? { problem: emptyProfileProblem(profile.name) } : {}),
    },
    icon: role === undefined ? { name: 'warning', tone: 'warning' } : { name: 'briefcase' },
    subject: { kind: 'profile', profile },
    context: 'profile',
    ...(below === 'instance' ? { expanded: true } : {}),
    children: () => [
      ...(below === 'role' ? [] : roleRows(account, profile, id)),
      ...(below === 'instance' ? [] : instanceRows(account, profile, id)),
    ],
  };
};

const roleRows = (account: Account, profile: InstanceProfile, id: string): Row[] =>
  profile.roles.length === 0
    ? [problem(id, emptyProfileProblem(profile.name))]
    : profile.roles.map((held) => roleRow(account, account.links.role(held.name) ?? held, id));

const instanceRows = (account: Account, profile: InstanceProfile, id: string): Row[] => {
  const instances = account.links.instancesOf(profile.arn);
  if (instances.length === 0) {
    return account.lists.associations.status === 'ready' ? [note(`${id}/unused`, 'Used by no instance')] : [];
  }
  const [role] = profile.roles;
  const wrong = role === undefined ? undefined : roleOnInstanceProblem(role.name, role.trust);
  return [
    ...(wrong === undefined ? [] : [problem(`${id}/trust`, wrong)]),
    ...instances.map((instance) => instanceLeaf(instance, id)),
  ];
};
