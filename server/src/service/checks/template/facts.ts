import type { ArrayNode, OffsetRange } from '../../model/nodes';
import type { PolicyFile } from '../../policyFile';

/** What a template says of roles, profiles and those who use them, whatever language it is written in. */
export type TemplateFact = RoleFact | ProfileFact | DocumentFact | UseFact | OpenFact;

/** What the files of a module say, by their paths. */
export type ModuleFacts = ReadonlyMap<string, readonly TemplateFact[]>;

/** How a template names a role or a profile. */
export interface Target {
  /** The template's own name of what a reference leads to. */
  readonly id?: string | undefined;
  /** The name that it has in AWS. What is filled in stands as `${…}`: where the same is filled in, the name is the same. */
  readonly name?: string | undefined;
  /** An ARN says it, which no name can be taken for. */
  readonly isArn?: boolean | undefined;
  /** What the ARN says that it is. */
  readonly of?: 'role' | 'profile';
}

/** A resource that can have a name in AWS. */
interface Named {
  /** How the template calls it. */
  readonly id: string;
  /** Where it is called so. */
  readonly range: OffsetRange;
  /** As in {@link Target}; undefined where it can't be told. */
  readonly name: string | undefined;
  /** Something decides whether it is made at all, so that its name may be that of another. */
  readonly mayBeAbsent?: boolean;
}

export interface RoleFact extends Named {
  readonly kind: 'role';
  /** Its trust policy, or the template's name of it; neither where it can't be told. */
  readonly trust?: PolicyFile | undefined;
  readonly document?: string | undefined;
}

export interface ProfileFact extends Named {
  readonly kind: 'profile';
  /** The list that the roles are items of, where they are. */
  readonly list?: ArrayNode | undefined;
  readonly roles: readonly {
    /** Undefined where it can't be told. */
    readonly target: Target | undefined;
    readonly range: OffsetRange;
    /** Nothing decides whether it is there. */
    readonly isCertain: boolean;
  }[];
}

/** A policy that has a name of its own in the template. */
export interface DocumentFact {
  readonly kind: 'document';
  readonly id: string;
  readonly file: PolicyFile;
}

/** Something that is given a role, or an instance profile. */
export interface UseFact {
  readonly kind: 'use';
  readonly id: string;
  /** Which of its arguments. */
  readonly argument: string;
  /** The services that assume the role; any of them has to be trusted. */
  readonly services: readonly string[];
  readonly wants: 'role' | 'profile';
  /** Undefined where it can't be told what it is given. */
  readonly target: Target | undefined;
  readonly range: OffsetRange;
}

/** Something that is not looked at knows a role by its id, and may make a profile of its name; without an id: all roles. */
export interface OpenFact {
  readonly kind: 'open';
  readonly id?: string;
}

/** How what facts refer to is moved with its text. */
export interface Mover {
  readonly file: (file: PolicyFile, shift: number) => PolicyFile;
  readonly list: (list: ArrayNode, shift: number) => ArrayNode;
}

/** The fact in a text in which everything stands further on. */
export function movedFact(fact: TemplateFact, shift: number, mover: Mover): TemplateFact {
  if (shift === 0) return fact;
  const move = ({ start, end }: OffsetRange) => ({ start: start + shift, end: end + shift });
  switch (fact.kind) {
    case 'role':
      return { ...fact, range: move(fact.range), trust: fact.trust && mover.file(fact.trust, shift) };
    case 'profile':
      return {
        ...fact,
        range: move(fact.range),
        list: fact.list && mover.list(fact.list, shift),
        roles: fact.roles.map((role) => ({ ...role, range: move(role.range) })),
      };
    case 'document':
      return { ...fact, file: mover.file(fact.file, shift) };
    case 'use':
      return { ...fact, range: move(fact.range) };
    case 'open':
      return fact;
  }
}
