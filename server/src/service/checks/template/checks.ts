import { evaluateTrust } from '../../trust/evaluateTrust';
import type { Check } from '../check';
import type { ProfileFact, RoleFact, TemplateFact, UseFact } from './facts';

/** A rule about several resources of one template. */
export interface TemplateCheck extends Check {
  readonly find: (template: Template) => readonly TemplateFinding[];
}

export interface TemplateFinding {
  readonly message: string;
  readonly ranges: readonly { readonly start: number; readonly end: number }[];
}

/** The facts of a template, by what they are about. */
export class Template {
  readonly roles: ReadonlyMap<string, RoleFact>;
  readonly profiles: ReadonlyMap<string, ProfileFact>;
  readonly uses: readonly UseFact[];

  constructor(facts: readonly TemplateFact[]) {
    this.roles = new Map(facts.flatMap((fact) => (fact.kind === 'role' ? [[fact.id, fact]] : [])));
    this.profiles = new Map(facts.flatMap((fact) => (fact.kind === 'profile' ? [[fact.id, fact]] : [])));
    this.uses = facts.filter((fact) => fact.kind === 'use');
  }
}

const roleNotTrustedByService: TemplateCheck = {
  code: 'ROLE_NOT_TRUSTED_BY_SERVICE',
  type: 'WARNING',
  kinds: [],
  summary: 'A role is given to a service that it does not trust.',
  find: ({ roles, uses }) =>
    uses.flatMap(({ service, wants, target, range }) => {
      const role = wants === 'role' ? roles.get(target) : undefined;
      if (!role || !isRefused(role, service)) return [];
      return [
        {
          message: `The role ${target} does not trust ${service}, which is to assume it here.`,
          ranges: [range],
        },
      ];
    }),
};

const profileRoleNotTrustedByEc2: TemplateCheck = {
  code: 'PROFILE_ROLE_NOT_TRUSTED_BY_EC2',
  type: 'WARNING',
  kinds: [],
  summary: 'An instance gets a profile whose role EC2 may not assume.',
  find: ({ roles, profiles, uses }) =>
    uses.flatMap(({ service, wants, target, range }) => {
      const [only, ...others] = wants === 'profile' ? (profiles.get(target)?.roles ?? []) : [];
      const role = only?.id === undefined || others.length > 0 ? undefined : roles.get(only.id);
      if (!role || !isRefused(role, service)) return [];
      const message = `The profile ${target} holds the role ${role.id}, which does not trust ${service}: the instance will have no credentials.`;
      return [{ message, ranges: [range] }];
    }),
};

const profileWithSeveralRoles: TemplateCheck = {
  code: 'PROFILE_WITH_SEVERAL_ROLES',
  type: 'ERROR',
  kinds: [],
  summary: 'An instance profile is given more than one role.',
  find: ({ profiles }) =>
    [...profiles.values()].flatMap(({ roles }) =>
      roles.length < 2
        ? []
        : [
            {
              message: 'An instance profile holds one role; AWS refuses more.',
              ranges: roles.map(({ range }) => range),
            },
          ],
    ),
};

const roleInPlaceOfProfile: TemplateCheck = {
  code: 'ROLE_IN_PLACE_OF_PROFILE',
  type: 'ERROR',
  kinds: [],
  summary: 'A role stands where an instance profile is wanted.',
  find: ({ roles, profiles, uses }) =>
    uses.flatMap(({ wants, target, range }) => {
      if (wants !== 'profile' || !roles.has(target)) return [];
      const holding = [...profiles.values()].find(({ roles: held }) => held.some(({ id }) => id === target));
      const instead = holding ? `write ${holding.id}, which holds it` : 'make a profile that holds it';
      return [
        {
          message: `${target} is a role. An instance takes an instance profile: ${instead}.`,
          ranges: [range],
        },
      ];
    }),
};

/** Certainly no statement of the role's trust policy lets the service in. */
function isRefused({ trust }: RoleFact, service: string): boolean {
  if (!trust || trust.isPartial || trust.statements.length === 0) return false;
  return evaluateTrust(trust, { requester: { type: 'service', name: service } }).answer === 'no';
}

/** Rules about several resources of one template. */
export const templateChecks: readonly TemplateCheck[] = [
  roleNotTrustedByService,
  profileRoleNotTrustedByEc2,
  profileWithSeveralRoles,
  roleInPlaceOfProfile,
];
