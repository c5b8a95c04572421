import { evaluateTrust } from '../../trust/evaluateTrust';
import type { PolicyDocument } from '../../model/policyDocument';
import type { PolicyFile } from '../../policyFile';
import type { Check, Finding, RelatedPlace } from '../check';
import type { ProfileFact, RoleFact } from './facts';
import type { Placed, Template } from './template';

/** A rule about several resources of one template or module. */
export interface TemplateCheck extends Check {
  readonly find: (template: Template) => readonly TemplateFinding[];
}

export type TemplateFinding = Pick<Finding, 'message' | 'ranges' | 'related' | 'data'> &
  Partial<Pick<Finding, 'severity'>>;

const roleNotTrustedByService: TemplateCheck = {
  code: 'ROLE_NOT_TRUSTED_BY_SERVICE',
  type: 'WARNING',
  kinds: [],
  summary: 'A role is given to a service that it does not trust.',
  find: (template) =>
    template.uses.flatMap(({ services, wants, target, range }) => {
      const role = wants === 'role' ? template.roleOf(target) : undefined;
      const trust = role && refusing(template, role, services);
      if (!trust) return [];
      const message = `The role ${role.fact.id} does not trust ${services[0]!}, which is to assume it here.`;
      const related = [placeOfTrust(role, trust)];
      return [{ message, ranges: [range], related, ...trustRepair(role, trust, services) }];
    }),
};

const profileRoleNotTrustedByEc2: TemplateCheck = {
  code: 'PROFILE_ROLE_NOT_TRUSTED_BY_EC2',
  type: 'WARNING',
  kinds: [],
  summary: 'An instance gets a profile whose role EC2 may not assume.',
  find: (template) =>
    template.uses.flatMap(({ services, wants, target, range }) => {
      const profile = wants === 'profile' ? template.profileOf(target) : undefined;
      const [only, ...others] = profile?.fact.roles ?? [];
      const role = others.length > 0 ? undefined : template.roleOf(only?.target);
      const trust = role && refusing(template, role, services);
      if (!profile || !only || !trust) return [];
      const message = `The profile ${profile.fact.id} holds the role ${role.fact.id}, which does not trust ${services[0]!}: the instance will have no credentials.`;
      const held = { path: profile.path, range: only.range, message: 'The profile holds the role here' };
      const related = [held, placeOfTrust(role, trust)];
      return [{ message, ranges: [range], related, ...trustRepair(role, trust, services) }];
    }),
};

const profileWithSeveralRoles: TemplateCheck = {
  code: 'PROFILE_WITH_SEVERAL_ROLES',
  type: 'ERROR',
  kinds: [],
  summary: 'An instance profile is given more than one role.',
  find: ({ profiles }) =>
    profiles.flatMap(({ roles, list }) => {
      const certain = roles.filter(({ isCertain }) => isCertain);
      if (certain.length < 2) return [];
      const message = 'An instance profile holds one role; AWS refuses more.';
      const data = list && { template: { kind: 'keep' as const, list } };
      return [{ message, ranges: certain.map(({ range }) => range), ...(data && { data }) }];
    }),
};

const roleInPlaceOfProfile: TemplateCheck = {
  code: 'ROLE_IN_PLACE_OF_PROFILE',
  type: 'ERROR',
  kinds: [],
  summary: 'A role stands where an instance profile is wanted.',
  find: (template) =>
    template.uses.flatMap(({ id: use, wants, target, range }) => {
      const role = wants === 'profile' && !template.profileOf(target) ? template.roleOf(target) : undefined;
      if (!role || (!target?.isArn && template.mayNameProfile(role.fact))) return [];
      const { id } = role.fact;
      const holding = template.profileHolding(role.fact);
      const instead = holding ? `write ${holding.fact.id}, which holds it` : 'make a profile that holds it';
      const related = [
        { path: role.path, range: role.fact.range, message: `${id} is a role` },
        ...(holding
          ? [{ path: holding.path, range: holding.fact.range, message: 'This profile holds it' }]
          : []),
      ];
      if (target?.id !== undefined || target?.isArn) {
        const message = `${id} is a role. An instance takes an instance profile: ${instead}.`;
        const taken = template.profileIds;
        const making = { data: { template: { kind: 'make' as const, role: id, use, taken } } };
        const repair = holding ? renaming(id, holding.fact.id, holding) : making;
        return [{ message, ranges: [range], related, ...repair }];
      }
      // Another profile may have that name, which nobody made here.
      const message = `This is the name of the role ${id}, and no profile here has it. An instance takes an instance profile: ${instead}.`;
      const rename = renaming(role.fact.name, holding?.fact.name, holding);
      return [{ message, ranges: [range], related, severity: 'warning' as const, ...rename }];
    }),
};

/** The role's trust policy, where certainly no statement of it lets the service in. */
function refusing(
  template: Template,
  role: Placed<RoleFact>,
  services: readonly string[],
): Placed<PolicyFile> | undefined {
  const trust = template.trustOf(role);
  // A policy that only moved is the one that was looked at before.
  const policy = trust && (trust.fact.origin?.file.policy ?? trust.fact.policy);
  return policy && services.every((service) => isRefused(policy, service)) ? trust : undefined;
}

const answers = new WeakMap<PolicyDocument, Map<string, boolean>>();

function isRefused(trust: PolicyDocument, service: string): boolean {
  const known = answers.get(trust) ?? new Map<string, boolean>();
  answers.set(trust, known);
  const isRead = !trust.isPartial && trust.statements.length > 0;
  const answer =
    known.get(service) ??
    (isRead && evaluateTrust(trust, { requester: { type: 'service', name: service } }).answer === 'no');
  known.set(service, answer);
  return answer;
}

function placeOfTrust({ fact, path }: Placed<RoleFact>, trust: Placed<PolicyFile>): RelatedPlace {
  const { policy } = trust.fact;
  const named = policy.statements.find((statement) => statement.value('Principal'))?.value('Principal');
  return named
    ? { path: trust.path, range: named.range, message: `${fact.id} trusts only these` }
    : { path, range: fact.range, message: `${fact.id} stands here` };
}

/** The service may be let in where the trust policy stands in the file that is looked at. */
function trustRepair(
  { fact: { id } }: Placed<RoleFact>,
  trust: Placed<PolicyFile>,
  services: readonly string[],
) {
  if (trust.path !== undefined) return {};
  return {
    data: { template: { kind: 'trust' as const, role: id, trust: trust.fact, service: services[0]! } },
  };
}

function renaming(
  from: string | undefined,
  to: string | undefined,
  profile: Placed<ProfileFact> | undefined,
) {
  if (from === undefined || to === undefined || !profile) return {};
  return { data: { template: { kind: 'rename' as const, from, to, profile: profile.fact.id } } };
}

/** Rules about several resources of one template. */
export const templateChecks: readonly TemplateCheck[] = [
  roleNotTrustedByService,
  profileRoleNotTrustedByEc2,
  profileWithSeveralRoles,
  roleInPlaceOfProfile,
];
