import type { PolicyNode } from '../model/nodes';
import type { PolicyDocument } from '../model/policyDocument';
import { type Statement, type StatementElement, statementElements } from '../model/statement';

/**
 * What a quick look at a statement tells. Checks name the traits without which they have nothing to say; they are
 * then not called for all the other statements.
 */
const traits = {
  Allow: ({ effect }: Statement) => effect === 'Allow',
  Deny: ({ effect }: Statement) => effect === 'Deny',
  /** Effect is something else, or absent. */
  noEffect: ({ effect }: Statement) => effect === undefined,
  noAction: (statement: Statement) => !statement.element('Action') && !statement.element('NotAction'),
  noResource: (statement: Statement) => !statement.element('Resource') && !statement.element('NotResource'),
  /** Principal or NotPrincipal. */
  principals: hasPrincipals,
  noPrincipal: (statement: Statement) => !hasPrincipals(statement),
  /** Both an element and the Not… of it. */
  bothForms: (statement: Statement) =>
    (statement.usesNotAction && has(statement, 'Action')) ||
    (statement.usesNotResource && has(statement, 'Resource')) ||
    (has(statement, 'Principal') && has(statement, 'NotPrincipal')),
  noCondition: (statement: Statement) => !has(statement, 'Condition'),
  /** `*` is among the resources. */
  star: ({ resources }: Statement) => resources.some(({ isStar }) => isStar),
  /** What it is about is limited to resources that can be read. */
  namedResources: ({ usesNotAction, reachesAll }: Statement) => !usesNotAction && !reachesAll,
  severalActions: ({ actions }: Statement) => actions.length > 1,
  severalResources: ({ resources }: Statement) => resources.length > 1,
  /** Some element is a list without members. */
  emptyList: ({ node }: Statement) => node.entries.some(({ value }) => isEmptyList(value)),
  /** Elements that are unknown, or stand more than once. */
  oddElements: ({ node, countKnown }: Statement) => node.entries.length !== countKnown,
  /** Keys could stand twice somewhere. */
  objects: ({ node, countKnown }: Statement) =>
    node.entries.length !== countKnown || node.entries.some(({ value }) => value?.kind === 'object'),
  /** A condition is on a tag of the resource. */
  resourceTag: ({ conditionClauses }: Statement) =>
    conditionClauses.some(({ lowerKey }) => lowerKey.startsWith('aws:resourcetag/')),
  /** Policy variables may be in it. */
  variables: (_statement: Statement, policy: PolicyDocument) => policy.traits.hasVariables,
} as const;

export type StatementTrait = StatementElement | keyof typeof traits;

function has(statement: Statement, element: StatementElement): boolean {
  return statement.element(element) !== undefined;
}

function hasPrincipals(statement: Statement): boolean {
  return has(statement, 'Principal') || has(statement, 'NotPrincipal');
}

function isEmptyList(node: PolicyNode | undefined): boolean {
  return node?.kind === 'array' && node.items.length === 0;
}

const derived = Object.entries(traits);
const bits = new Map<string, number>(
  [...statementElements, ...derived.map(([name]) => name)].map((name, index) => [name, 1 << index]),
);
const elementBits = statementElements.map((name) => [name, bits.get(name)!] as const);
const derivedBits = derived.map(([name, holds]) => [holds, bits.get(name)!] as const);

/** The traits of a statement, a bit each. */
export function traitsOf(statement: Statement, policy: PolicyDocument): number {
  let found = 0;
  for (const [name, bit] of elementBits) if (has(statement, name)) found |= bit;
  for (const [holds, bit] of derivedBits) if (holds(statement, policy)) found |= bit;
  return found;
}

/** The same bits for the traits that a check names. */
export function maskOf(names: readonly StatementTrait[]): number {
  return names.reduce((mask, name) => mask | bits.get(name)!, 0);
}
