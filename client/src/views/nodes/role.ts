import type { Role } from '../../aws/model';
import { isAwsFailure } from '../../aws/failure';
import { inert } from '../../inert';
import type { RoleContents } from '../../state/roleDetails';
import { type TrustedParty, trustedParties } from '../../trust/words';
import type { Icon, Row, Subject } from '../row';
import { type Shown, star, starred } from '../shown';
import { ago } from './ago';
import { failureRows, note } from './messages';
import { counted, profileRow } from './profile';

/** Roles AWS services made for themselves; nobody attaches or assumes them. */
export const isServiceLinked = ({ path }: Role): boolean => path.startsWith('/aws-service-role/');

/**
 * A role: who may assume it, what it may do, and the instance profiles that hold it.
 * @param within the row it stands under; below a profile its profiles are not repeated
 */
export const roleRow = (
  shown: Shown,
  role: Role,
  within: string,
  place: 'list' | 'profile' = 'profile',
): Row => {
  const id = `${within}/role:${role.name}`;
  const parties = trustedParties(role.trust);
  const known = shown.account.knownContents(role.name)?.details;
  return {
    id,
    label: inert(role.name),
    description: [star(shown, role.arn), trustedShort(parties), place === 'list' ? runsOn(shown, role) : '']
      .filter(Boolean)
      .join(' · '),
    details: {
      title: inert(role.name),
      facts: [
        ['ARN', role.arn],
        ['Trusted', parties?.map(({ who, limits }) => [who, limits].filter(Boolean).join(', ')).join('; ')],
        ['Description', role.description],
        ['Longest session', `${role.maxSessionSeconds / 3600} h`],
        ['Created', role.createdAt?.toISOString().slice(0, 10)],
        ['Permissions boundary', known?.boundaryArn],
        ['Last used', known?.lastUsed && ago(known.lastUsed.at)],
      ],
    },
    icon: { name: 'key' },
    ...starred(shown, { kind: 'role', role }, isServiceLinked(role) ? 'role.serviceLinked' : 'role'),
    children: () => [
      trustRow(id, role, parties),
      permissionsRow(shown, id, role),
      ...(place === 'list' ? [profilesRow(shown, id, role)] : []),
    ],
  };
};

const runsOn = ({ account: { links } }: Shown, { name }: Role): string => {
  const instances = links.profilesOf(name).flatMap(({ arn }) => links.instancesOf(arn));
  return instances.length === 0 ? '' : `on ${counted(instances.length, 'instance')}`;
};

const trustedShort = (parties: readonly TrustedParty[] | undefined): string => {
  if (parties === undefined) return '';
  const names = [...new Set(parties.map(({ short }) => short))];
  const more = names.length > 3 ? `, ${names.length - 3} more` : '';
  return inert(`trusts ${names.slice(0, 3).join(', ')}${more}`);
};

const trustRow = (within: string, role: Role, parties: readonly TrustedParty[] | undefined): Row => {
  const id = `${within}/trust`;
  return {
    id,
    label: 'Trusted to assume it',
    ...(parties === undefined ? {} : { description: String(parties.length) }),
    icon: { name: 'shield' },
    expanded: true,
    subject: { kind: 'role', role },
    context: 'trust',
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

const permissionsRow = ({ account }: Shown, within: string, { name }: Role): Row => {
  const id = `${within}/policies`;
  return {
    id,
    label: 'Policies',
    icon: { name: 'law' },
    children: async () => {
      try {
        return contentRows(id, name, await account.roleContents(name));
      } catch (error) {
        if (isAwsFailure(error)) return failureRows(id, error);
        throw error;
      }
    },
  };
};

const contentRows = (id: string, roleName: string, { details, policies }: RoleContents): Row[] => {
  const rows = [
    ...policies.managed.map((policy) => managedRow(id, policy)),
    ...policies.inline.map((policy) => inlineRow(id, roleName, policy)),
  ];
  return [
    ...(rows.length > 0 ? rows : [note(id, 'No policies: this role may do nothing')]),
    ...(details.boundaryArn === undefined ? [] : [boundaryRow(id, roleName, details.boundaryArn)]),
    {
      id: `${id}/used`,
      label: details.lastUsed === undefined ? 'Never used, or not in the last 400 days' : 'Last used',
      ...(details.lastUsed === undefined
        ? {}
        : { description: [ago(details.lastUsed.at), details.lastUsed.region].filter(Boolean).join(' in ') }),
      icon: { name: 'history', tone: 'quiet' },
    },
  ];
};

const opens = (subject: Subject) => ({ subject, command: 'trustwright.openPolicy' });

const inlineRow = (within: string, roleName: string, name: string): Row => ({
  id: `${within}/inline:${name}`,
  label: inert(name),
  description: 'inline',
  icon: { name: 'note' },
  context: 'inlinePolicy',
  ...opens({ kind: 'inlinePolicy', roleName, name }),
});

const managedRow = (within: string, { name, arn }: { name: string; arn: string }): Row => ({
  id: `${within}/managed:${arn}`,
  label: inert(name),
  description: isAwsManaged(arn) ? 'AWS managed' : 'managed',
  details: { title: inert(name), facts: [['ARN', arn]] },
  icon: { name: 'note' },
  context: 'policy',
  ...opens({ kind: 'policy', arn }),
});

const boundaryRow = (within: string, roleName: string, arn: string): Row => ({
  id: `${within}/boundary`,
  label: inert(arn.slice(arn.lastIndexOf('/') + 1)),
  description: 'permissions boundary',
  details: { title: 'Permissions boundary: the most the role may ever do', facts: [['ARN', arn]] },
  icon: { name: 'circle-slash', tone: 'warning' },
  context: 'policy',
  ...opens({ kind: 'policy', arn, boundaryOf: roleName }),
});

/** Whether a managed policy is AWS's own, which nobody else can change. */
export const isAwsManaged = (arn: string): boolean => arn.includes(':aws:policy/');

const profilesRow = (shown: Shown, within: string, { name }: Role): Row => {
  const id = `${within}/profiles`;
  const profiles = shown.account.links.profilesOf(name);
  return {
    id,
    label: 'Instance profiles',
    description: String(profiles.length),
    icon: { name: 'briefcase' },
    children: () =>
      profiles.length === 0
        ? [note(id, 'In no instance profile: no instance can use it yet')]
        : profiles.map((profile) => profileRow(shown, profile, id, 'role')),
  };
};
