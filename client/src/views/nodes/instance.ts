import type { Instance } from '../../aws/model';
import { inert } from '../../inert';
import type { Account } from '../../state/account';
import type { Chain } from '../../state/links';
import { emptyProfileProblem, instanceProblem } from '../../state/problems';
import type { Details, Icon, Row } from '../row';
import { note, problem } from './messages';
import { profileRow } from './profile';

/** An instance with the chain it gets its credentials through: association, profile, role. */
export const instanceRow = (account: Account, instance: Instance): Row => {
  const id = `instances/${instance.id}`;
  const chain = account.links.chainOf(instance.id);
  const known = account.lists.associations.status === 'ready';
  const wrong = instanceProblem(chain, account.lists.profiles.status === 'ready');
  return {
    id,
    label: inert(instance.name ?? '') || instance.id,
    description: [instance.state, known ? roleWords(chain) : '', instance.id].filter(Boolean).join(' · '),
    details: details(instance, chain, wrong),
    icon: wrong === undefined ? stateIcon(instance.state) : { name: 'warning', tone: 'warning' },
    subject: { kind: 'instance', instance },
    context: chain.association === undefined ? 'instance' : 'instance.attached',
    children: () => [...problemRows(id, chain, wrong), ...chainRows(account, id, chain, known)],
  };
};

/** An instance below the profile it uses, by its id alone where no more is known. */
export const instanceLeaf = (instance: Instance | { readonly id: string }, within: string): Row => {
  const id = `${within}/instance:${instance.id}`;
  if (!('state' in instance)) return { id, label: instance.id, icon: { name: 'vm' } };
  return {
    id,
    label: inert(instance.name ?? '') || instance.id,
    description: `${instance.state} · ${instance.id}`,
    icon: stateIcon(instance.state),
    subject: { kind: 'instance', instance },
    context: 'instance.attached',
  };
};

const roleWords = ({ association, role, profileName }: Chain): string => {
  if (association === undefined) return 'no role';
  if (association.state !== 'associated') return `${association.state} ${role?.name ?? profileName ?? ''}`;
  return inert(role?.name ?? `profile ${profileName ?? ''}`);
};

const details = (instance: Instance, chain: Chain, wrong: string | undefined): Details => ({
  title: inert(instance.name ?? instance.id),
  facts: [
    ['Instance', instance.id],
    ['State', instance.state],
    ['Type', instance.type],
    ['Zone', instance.zone],
    ['Private address', instance.privateIp],
    ['Launched', instance.launchedAt?.toISOString().slice(0, 16).replace('T', ' ')],
    ['Instance profile', chain.profileName],
    ['Role', chain.role?.name],
  ],
  ...(wrong === undefined ? {} : { problem: wrong }),
});

/** An empty profile's own row says so already. */
const problemRows = (id: string, { profile }: Chain, wrong: string | undefined): Row[] =>
  wrong === undefined || (profile !== undefined && wrong === emptyProfileProblem(profile.name))
    ? []
    : [problem(id, wrong)];

const chainRows = (account: Account, id: string, chain: Chain, known: boolean): Row[] => {
  if (chain.profile !== undefined) return [profileRow(account, chain.profile, id)];
  if (chain.profileName !== undefined) {
    return [
      {
        id: `${id}/profile:${chain.profileName}`,
        label: inert(chain.profileName),
        description: 'instance profile',
        icon: { name: 'briefcase' },
      },
    ];
  }
  return known
    ? [note(id, 'No instance profile', 'programs on it get no AWS credentials')]
    : [note(id, 'Its instance profile is not known')];
};

const stateIcon = (state: string): Icon => {
  if (state === 'running') return { name: 'vm-running', tone: 'good' };
  if (state === 'stopped' || state === 'terminated') return { name: 'vm-outline', tone: 'quiet' };
  return { name: 'vm' };
};
