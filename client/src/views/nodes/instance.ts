import type { Instance } from '../../aws/model';
import { inert } from '../../inert';
import { diagnose, factsAbout, pressing, type Problem } from '../../state/diagnosis';
import type { Chain } from '../../state/links';
import type { Details, Icon, Row } from '../row';
import { type Shown, star, starred } from '../shown';
import { note, problemRow } from './messages';
import { profileRow } from './profile';

/**
 * An instance with the chain it gets its credentials through: association, profile, role, trust and permissions.
 * @param within the row it stands under
 */
export const instanceRow = (shown: Shown, instance: Instance, within = 'instances'): Row => {
  const id = `${within}/${instance.id}`;
  const facts = factsAbout(shown.account, instance);
  const { chain, known } = facts;
  const problems = pressing(diagnose(facts));
  const description = [
    star(shown, instance.id),
    instance.state,
    known.associations ? roleWords(chain) : '',
    instance.id,
  ];
  return {
    id,
    label: inert(instance.name ?? '') || instance.id,
    description: description.filter(Boolean).join(' · '),
    details: details(instance, chain, problems),
    icon: problems.length === 0 ? stateIcon(instance.state) : { name: 'warning', tone: 'warning' },
    ...starred(shown, { kind: 'instance', instance }, contextOf(chain)),
    ...markOf(problems),
    children: () => [
      ...problems
        .filter(({ link }) => link !== 'profile' || chain.profile === undefined)
        .map((problem, index) =>
          problemRow(`${id}/problem-${index}`, problem, { kind: 'instance', instance }, chain),
        ),
      ...chainRows(shown, id, chain, known.associations),
    ],
  };
};

/** An instance below the profile it uses, by its id alone where no more is known. */
export const instanceLeaf = (
  shown: Shown,
  instance: Instance | { readonly id: string },
  within: string,
): Row => {
  const id = `${within}/instance:${instance.id}`;
  if (!('state' in instance)) return { id, label: instance.id, icon: { name: 'vm' } };
  return {
    id,
    label: inert(instance.name ?? '') || instance.id,
    description: `${instance.state} · ${instance.id}`,
    icon: stateIcon(instance.state),
    ...starred(shown, { kind: 'instance', instance }, 'instance.attached'),
  };
};

const contextOf = ({ association }: Chain): string =>
  association === undefined ? 'instance' : 'instance.attached';

const markOf = (problems: readonly Problem[]): Pick<Row, 'mark'> => {
  if (problems.length === 0) return {};
  return { mark: problems.some(({ severity }) => severity === 'error') ? 'error' : 'warning' };
};

const roleWords = ({ association, role, profileName }: Chain): string => {
  if (association === undefined) return 'no role';
  if (association.state !== 'associated')
    return inert(`${association.state} ${role?.name ?? profileName ?? ''}`);
  return inert(role?.name ?? `profile ${profileName ?? ''}`);
};

const details = (instance: Instance, chain: Chain, problems: readonly Problem[]): Details => ({
  title: inert(instance.name ?? instance.id),
  facts: [
    ['Instance', instance.id],
    ['State', instance.state],
    ['Region', instance.region],
    ['Type', instance.type],
    ['Zone', instance.zone],
    ['Private address', instance.privateIp],
    ['Launched', instance.launchedAt?.toISOString().slice(0, 16).replace('T', ' ')],
    ['Instance profile', chain.profileName],
    ['Role', chain.role?.name],
    ['Tags', tagWords(instance)],
  ],
  ...(problems.length === 0
    ? {}
    : {
        problem: problems.map(({ sentence, why }) => [sentence, why].filter(Boolean).join(': ')).join('. '),
      }),
});

const tagWords = ({ tags = {} }: Instance): string =>
  Object.entries(tags)
    .filter(([key]) => key !== 'Name')
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');

const chainRows = (shown: Shown, id: string, chain: Chain, known: boolean): Row[] => {
  const { association, profile, profileName } = chain;
  if (association === undefined) {
    return known
      ? [note(id, 'No instance profile', 'programs on it get no AWS credentials')]
      : [note(id, 'Its instance profile is not known')];
  }
  const within = `${id}/association`;
  return [
    {
      id: within,
      label: 'Association',
      description: `${association.state} · ${association.id}`,
      icon: association.state === 'associated' ? { name: 'link' } : { name: 'sync', tone: 'warning' },
      expanded: true,
      details: {
        title: 'Association: ties an instance profile to the instance',
        facts: [
          ['Association', association.id],
          ['State', association.state],
          ['Instance profile', association.profileArn],
        ],
      },
      children: () =>
        profile === undefined
          ? [goneProfile(within, profileName ?? '')]
          : [profileRow(shown, profile, within, 'instance')],
    },
  ];
};

const goneProfile = (within: string, name: string): Row => ({
  id: `${within}/profile:${name}`,
  label: inert(name),
  description: 'instance profile',
  icon: { name: 'briefcase' },
});

export const stateIcon = (state: string): Icon => {
  if (state === 'running') return { name: 'vm-running', tone: 'good' };
  if (state === 'stopped' || state === 'terminated') return { name: 'vm-outline', tone: 'quiet' };
  return { name: 'vm' };
};
