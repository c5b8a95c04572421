import { hasComputed, type PolicyNode } from '../model/nodes';
import type { PolicyDocument } from '../model/policyDocument';
import { type Statement, type StatementElement, statementElements } from '../model/statement';

type Has = (element: StatementElement) => boolean;

/** What it tells which elements a statement has. */
const forms = {
  noAction: (has: Has) => !has('Action') && !has('NotAction'),
  noResource: (has: Has) => !has('Resource') && !has('NotResource'),
  /** Principal or NotPrincipal. */
  principals: (has: Has) => has('Principal') || has('NotPrincipal'),
  noPrincipal: (has: Has) => !has('Principal') && !has('NotPrincipal'),
  /** Both an element and the Not… of it. */
  bothForms: (has: Has) =>
    (has('NotAction') && has('Action')) ||
    (has('NotResource') && has('Resource')) ||
    (has('Principal') && has('NotPrincipal')),
  noCondition: (has: Has) => !has('Condition'),
} as const;

/**
 * What a quick look at a statement tells. Checks name the traits without which they have nothing to say; they are
 * then not called for all the other statements.
 */
const traits = {
  Allow: ({ effect }: Statement) => effect === 'Allow',
  Deny: ({ effect }: Statement) => effect === 'Deny',
  /** Effect is something else, or absent. */
  noEffect: ({ effect }: Statement) => effect === undefined,
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
  /** A resource is computed, or a value of a condition. */
  computedValue: (statement: Statement) =>
    hasComputed(statement.value('Resource')) ||
    hasComputed(statement.value('NotResource')) ||
    statement.conditionClauses.some(({ value }) => hasComputed(value)),
} as const;

export type StatementTrait = StatementElement | keyof typeof forms | keyof typeof traits;

function isEmptyList(node: PolicyNode | undefined): boolean {
  return node?.kind === 'array' && node.items.length === 0;
}

/** The elements have the lowest bits, as in {@link Statement.present}. */
const bits = new Map(
  [...statementElements, ...Object.keys(forms), ...Object.keys(traits)].map((name, index) => [
    name,
    1 << index,
  ]),
);
const formBits = Object.entries(forms).map(([name, holds]) => [holds, bits.get(name)!] as const);
const traitBits = Object.entries(traits).map(([name, holds]) => [holds, bits.get(name)!] as const);

/** The traits of a statement, a bit each. */
export function traitsOf(statement: Statement, policy: PolicyDocument): number {
  const { present } = statement;
  let found = (byElements[present] ??= formsOf(present));
  for (const [holds, bit] of traitBits) if (holds(statement, policy)) found |= bit;
  return found;
}

/** What the elements tell, by these. */
const byElements: number[] = [];

function formsOf(present: number): number {
  const has: Has = (element) => (present & bits.get(element)!) !== 0;
  return formBits.reduce((found, [holds, bit]) => (holds(has) ? found | bit : found), present);
}

/** The same bits for the traits that a check names. */
export function maskOf(names: readonly StatementTrait[]): number {
  return names.reduce((mask, name) => mask | bits.get(name)!, 0);
}
