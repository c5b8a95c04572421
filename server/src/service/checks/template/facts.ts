import type { OffsetRange } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';

/** What a template says of roles, profiles and those who use them, whatever language it is written in. */
export type TemplateFact = RoleFact | ProfileFact | UseFact;

export interface RoleFact {
  readonly kind: 'role';
  /** How the template calls it. */
  readonly id: string;
  /** Undefined where it can't be told. */
  readonly trust: PolicyDocument | undefined;
}

export interface ProfileFact {
  readonly kind: 'profile';
  readonly id: string;
  /** Its roles, where each is told by the template's name of it. */
  readonly roles: readonly { readonly id: string | undefined; readonly range: OffsetRange }[];
}

/** Something that is given a role, or an instance profile. */
export interface UseFact {
  readonly kind: 'use';
  readonly id: string;
  /** The service that will assume the role. */
  readonly service: string;
  readonly wants: 'role' | 'profile';
  /** The template's name of what it is given. */
  readonly target: string;
  readonly range: OffsetRange;
}

/** The fact in a text in which everything stands further on. */
export function movedFact<Fact extends TemplateFact>(fact: Fact, shift: number): Fact {
  const move = ({ start, end }: OffsetRange) => ({ start: start + shift, end: end + shift });
  if (fact.kind === 'use') return { ...fact, range: move(fact.range) };
  if (fact.kind !== 'profile') return fact;
  return { ...fact, roles: fact.roles.map(({ id, range }) => ({ id, range: move(range) })) };
}
