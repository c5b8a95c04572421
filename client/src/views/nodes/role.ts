import type { Role } from '../../aws/model';
import { isAwsFailure } from '../../aws/failure';
import { inert } from '../../inert';
import type { Account } from '../../state/account';
import { type TrustedParty, trustedParties } from '../../trust/words';
import type { Icon, Row } from '../row';
import { failureRows, note } from './messages';
import { profileRow } from './profile';

/** Roles AWS services made for themselves; nobody attaches or assumes them. */
export const isServiceLinked = ({ path }: Role): boolean => path.startsWith('/aws-service-role/');

/**
 * A role: who may assume it, what it may do, and the instance profiles that hold it.
 * @param within the row it stands under; below a profile its profiles are not repeated
 */
export const roleRow = (account: Account, role: Role, within: string): Row => {
  const id = `${within}/role:${role.name}`;
  const parties = trustedParties(role.trust);
  return {
    id,
    label: inert(role.name),
    description: trustedShort(parties),
    details: {
      title: inert(role.name),
      facts: [
        ['ARN', role.arn],
        ['Trusted', parties?.map(({ who, limits }) => [who, limits].filter(Boolean).join(', ')).join('; ')],
        ['Description', role.description],
        ['Longest session', `${role.maxSessionSeconds / 3600} h`],
        ['Created', role.createdAt?.toISOString().slice(0, 10)],
      ],
    },
    icon: { name: 'key' },
    subject: { kind: 'role', role },
    context: isServiceLinked(role) ? 'role.serviceLinked' : 'role',
    children: () => [
      trustRow(id, parties),
      policiesRow(account, id, role),
      ...(within === 'roles' || within === 'roles/service-linked' ? [profilesRow(account, id, role)] : []),
    ],
  };
};

const trustedShort = (parties: readonly TrustedParty[] | undefined): string => {
  if (parties === undefined) return '';
  const names = [...new Set(parties.map(({ short }) => short))];
  const more = names.length > 3 ? `, ${names.length - 3} more` : '';
  return inert(`trusts ${names.slice(0, 3).join(', ')}${more}`);
};

const trustRow = (role: string, parties: readonly TrustedParty[] | undefined): Row => {
  const id = `${role}/trust`;
  return {
    id,
    label: 'Trusted to assume it',
    ...(parties === undefined ? {} : { description: String(parties.length) }),
    icon: { name: 'shield' },
    expanded: true,
    children: () =>
      parties === undefined
        ? [note(id, 'The trust policy cannot be read')]
        : parties.map((party, index) => partyRow(`${id}/${index}`, party)),
  };
};

const partyRow = (id: string, { who, limits, kind }: TrustedParty): Row => ({
  id,
  label: inert(who),
  ...(limits === '' ? {} : { description: inert(limits) }),
  details: { title: inert(who, 400), facts: [['Condition', limits || undefined]] },
  icon: partyIcons[kind],
});

const partyIcons: Record<TrustedParty['kind'], Icon> = {
  Service: { name: 'server-process' },
  AWS: { name: 'account' },
  Federated: { name: 'globe' },
  CanonicalUser: { name: 'account' },
  '*': { name: 'organization', tone: 'warning' },
};

const policiesRow = (account: Account, role: string, { name }: Role): Row => {
  const id = `${role}/policies`;
  return {
    id,
    label: 'Policies',
    icon: { name: 'law' },
    children: async () => {
      try {
        const { managed, inline } = await account.policiesOf(name);
        const rows = [
          ...managed.map((policy) => managedRow(id, policy)),
          ...inline.map((policy): Row => ({
            id: `${id}/inline:${policy}`,
            label: inert(policy),
            description: 'inline',
            icon: { name: 'note' },
          })),
        ];
        return rows.length > 0 ? rows : [note(id, 'No policies: this role may do nothing')];
      } catch (error) {
        if (isAwsFailure(error)) return failureRows(id, error);
        throw error;
      }
    },
  };
};

const managedRow = (parent: string, { name, arn }: { name: string; arn: string }): Row => ({
  id: `${parent}/managed:${arn}`,
  label: inert(name),
  description: arn.includes(':aws:policy/') ? 'AWS managed' : 'managed',
  details: { title: inert(name), facts: [['ARN', arn]] },
  icon: { name: 'note' },
  subject: { kind: 'policy', arn },
  context: 'policy',
});

const profilesRow = (account: Account, role: string, { name }: Role): Row => {
  const id = `${role}/profiles`;
  const profiles = account.links.profilesOf(name);
  return {
    id,
    label: 'Instance profiles',
    description: String(profiles.length),
    icon: { name: 'briefcase' },
    children: () =>
      profiles.length === 0
        ? [note(id, 'In no instance profile: no instance can use it yet')]
        : profiles.map((profile) => profileRow(account, profile, id)),
  };
};
