import type { TrustVerdict } from '../../../server/src/protocol/serviceTrust';
import type { Instance } from '../aws/model';
import type { Account } from './account';
import type { Chain } from './links';
import { looksLikeContainerHost } from './containerHost';

/** The steps through which an instance gets what it may do. */
export type ChainLink = 'instance' | 'association' | 'profile' | 'role' | 'trust' | 'permissions';

/** What keeps an instance from its credentials, or may. */
export interface Problem {
  readonly link: ChainLink;
  /** `error`: it certainly gets none. `warning`: something gets none, or not yet. `hint`: worth knowing. */
  readonly severity: 'error' | 'warning' | 'hint';
  /** One sentence without a full stop. */
  readonly sentence: string;
  /** What makes it so, in more detail. */
  readonly why?: string;
  readonly fix?: Fix;
}

export interface Fix {
  readonly title: string;
  readonly command: string;
  /** What the command is called on. */
  readonly on: 'instance' | 'role';
}

/** Everything a diagnosis rests on. What is not known leads to no finding. */
export interface DiagnosisFacts {
  readonly instance: Instance;
  readonly chain: Chain;
  /** Whether the lists have arrived whole. */
  readonly known: { readonly associations: boolean; readonly profiles: boolean; readonly roles: boolean };
  /** Whether the role is in the list of roles; a profile tells of its role even after it is gone. */
  readonly roleListed: boolean;
  readonly trust: TrustVerdict | undefined;
  /** What the permissions boundary takes from the role, where that was looked into. */
  readonly boundary?: BoundaryEffect | undefined;
}

export interface BoundaryEffect {
  readonly name: string;
  /** Actions, as the role's policies spell them, that the boundary lets none of through. */
  readonly blocked: readonly string[];
}

/** The facts as far as the account's lists tell; a place in memory, no call. */
export const factsAbout = (account: Account, instance: Instance): DiagnosisFacts => {
  const { lists, links } = account;
  const chain = links.chainOf(instance.id);
  const regional = account.regions.get(instance.region)?.associations ?? lists.associations;
  return {
    instance,
    chain,
    known: {
      associations: regional.status === 'ready',
      profiles: lists.profiles.status === 'ready',
      roles: lists.roles.status === 'ready',
    },
    roleListed: chain.role !== undefined && links.role(chain.role.name) !== undefined,
    trust: chain.role && account.trust.ec2(chain.role),
  };
};

/** What is wrong on the way from an instance to its permissions, in the order of the way. */
export const diagnose = (facts: DiagnosisFacts): readonly Problem[] => {
  if (facts.instance.state === 'terminated') return [];
  const found = [...associationProblems(facts), ...profileProblems(facts), ...trustProblems(facts)];
  // Where there are no credentials at all, how they would be fetched does not matter.
  return found.some(({ severity }) => severity === 'error')
    ? found
    : [...found, ...boundaryProblems(facts), ...metadataProblems(facts)];
};

/** The problems that an account's list marks: hints are for those who look closer. */
export const pressing = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ severity }) => severity !== 'hint');

/** How many instances have a problem that their rows mark. */
export const problemCount = (account: Account): number =>
  account.lists.instances.items.filter(
    (instance) => pressing(diagnose(factsAbout(account, instance))).length > 0,
  ).length;

const attachAnother: Fix = { title: 'Attach a role…', command: 'trustwright.attachRole', on: 'instance' };

const associationProblems = ({ chain: { association, profileName }, known }: DiagnosisFacts): Problem[] => {
  if (association === undefined) {
    if (!known.associations) return [];
    const sentence = 'No instance profile is attached, so programs on it get no AWS credentials';
    return [{ link: 'association', severity: 'hint', sentence, fix: attachAnother }];
  }
  if (association.state !== 'associating' && association.state !== 'disassociating') return [];
  const sentence =
    association.state === 'associating'
      ? `AWS is still attaching instance profile ${profileName ?? ''}, so credentials may be missing for a moment`
      : `AWS is detaching instance profile ${profileName ?? ''}, so the credentials are about to end`;
  const fix: Fix = { title: 'Look again', command: 'trustwright.refreshItem', on: 'instance' };
  return [{ link: 'association', severity: 'warning', sentence, fix }];
};

const profileProblems = ({ chain, known, roleListed }: DiagnosisFacts): Problem[] => {
  const { profile, profileName, role } = chain;
  if (profileName === undefined) return [];
  if (profile === undefined) {
    if (!known.profiles) return [];
    const sentence = `Instance profile ${profileName} no longer exists, so there are no credentials`;
    return [{ link: 'profile', severity: 'error', sentence, fix: attachAnother }];
  }
  if (role === undefined) {
    const sentence = `Instance profile ${profile.name} holds no role, so it gives no credentials`;
    return [{ link: 'profile', severity: 'error', sentence, fix: attachAnother }];
  }
  if (roleListed || !known.roles) return [];
  const sentence = `Role ${role.name} in instance profile ${profile.name} no longer exists, so there are no credentials`;
  return [{ link: 'role', severity: 'error', sentence, fix: attachAnother }];
};

const trustProblems = ({ chain: { role }, trust }: DiagnosisFacts): Problem[] => {
  if (role === undefined || trust === undefined || trust.answer === 'yes') return [];
  const fix: Fix = { title: 'Let EC2 assume the role…', command: 'trustwright.letEc2Assume', on: 'role' };
  if (trust.answer === 'no') {
    const sentence = `Role ${role.name} gives no credentials: its trust policy does not let EC2 assume it`;
    return [{ link: 'trust', severity: 'error', sentence, why: trust.reason, fix }];
  }
  const sentence = `Whether EC2 may assume role ${role.name} cannot be told from here`;
  return [{ link: 'trust', severity: 'hint', sentence, why: trust.reason }];
};

const boundaryProblems = ({ boundary, chain: { role } }: DiagnosisFacts): Problem[] => {
  if (boundary === undefined || role === undefined || boundary.blocked.length === 0) return [];
  const shown = boundary.blocked.slice(0, 4).join(', ');
  const more = boundary.blocked.length > 4 ? ` and ${boundary.blocked.length - 4} more` : '';
  return [
    {
      link: 'permissions',
      severity: 'warning',
      sentence: `Permissions boundary ${boundary.name} takes ${shown}${more} from role ${role.name}`,
      why: 'A role may do only what both its policies and its boundary allow.',
      fix: { title: 'Open the boundary', command: 'trustwright.openBoundary', on: 'role' },
    },
  ];
};

const metadataProblems = ({ instance, chain }: DiagnosisFacts): Problem[] => {
  const { metadata } = instance;
  if (metadata === undefined || chain.role === undefined) return [];
  const fix = (title: string): Fix => ({ title, command: 'trustwright.copyMetadataFix', on: 'instance' });
  if (!metadata.enabled) {
    const sentence =
      'The metadata service is turned off, so programs on it cannot fetch the role’s credentials';
    return [{ link: 'instance', severity: 'error', sentence, fix: fix('Copy the command that turns it on') }];
  }
  if (metadata.hopLimit !== 1 || !metadata.tokensRequired) return [];
  const isHost = looksLikeContainerHost(instance.tags ?? {});
  return [
    {
      link: 'instance',
      severity: isHost ? 'warning' : 'hint',
      sentence: 'Metadata answers travel one network hop only, so containers on it cannot fetch credentials',
      ...(isHost ? { why: 'Its tags say that it runs containers.' } : {}),
      fix: fix('Copy the command that allows two hops'),
    },
  ];
};
