import type { Action, Catalog } from '../../catalog/catalog';
import { findConditionKey } from '../../catalog/findConditionKey';
import { actionLookupFor } from '../../checks/actionLookup';
import { findVariables } from '../../checks/variables/findVariables';
import type { ActionPattern } from '../../model/action';
import type { ConditionClause } from '../../model/condition';
import { type OffsetRange, rangeWithin, type StringNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';

/** Names are those of the Language Server Protocol. */
export const tokenTypes = ['function', 'property', 'string'] as const;
export const tokenModifiers = ['readonly', 'modification', 'deprecated', 'defaultLibrary'] as const;

/** A part of a policy and how it is to be coloured. It never spans lines, but where a string does. */
export interface SemanticToken {
  readonly range: OffsetRange;
  readonly type: (typeof tokenTypes)[number];
  readonly modifiers: readonly (typeof tokenModifiers)[number][];
}

/**
 * What a grammar can't know, in the order of the text: whether an action or a condition key exists and what an action
 * does to things; whether a policy variable is one where it stands. What only looks like one of these is plain text.
 */
export function semanticTokens(
  policy: PolicyDocument,
  within: OffsetRange,
  catalog: Catalog,
): SemanticToken[] {
  return policy.statements
    .filter(({ range }) => range.start <= within.end && within.start <= range.end)
    .flatMap((statement) => [
      ...actionTokens(statement, catalog),
      ...statement.conditionClauses.flatMap((clause) => keyTokens(clause, catalog)),
      ...plainVariables(statement, policy),
    ])
    .filter(({ range: { start, end } }) => start < end && within.start <= end && start <= within.end)
    .sort((a, b) => a.range.start - b.range.start);
}

function actionTokens({ actions }: Statement, catalog: Catalog): SemanticToken[] {
  const meaningOf = actionLookupFor(catalog);
  return actions.flatMap((pattern) => {
    const { service, actions: meant } = meaningOf(pattern);
    if (!service) return [];
    const range = nameOf(pattern);
    if (service.retiredActions.has(pattern.name))
      return { range, type: 'function', modifiers: ['deprecated'] };
    if (meant!.length === 0) return { range, type: 'string', modifiers: [] };
    return { range, type: 'function', modifiers: [changesThings(meant!) ? 'modification' : 'readonly'] };
  });
}

function changesThings(actions: readonly Action[]): boolean {
  return actions.some(({ accessLevels }) =>
    accessLevels.some((level) => level !== 'Read' && level !== 'List'),
  );
}

/** Behind the colon. */
function nameOf({ node, name }: ActionPattern): OffsetRange {
  return rangeWithin(node, node.text.length - name.length, node.text.length);
}

/** Keys of services that the catalog has; of identity providers nobody knows all. */
function keyTokens({ keyNode, key }: ConditionClause, catalog: Catalog): SemanticToken[] {
  const colon = key.indexOf(':');
  const prefix = key.slice(0, Math.max(0, colon)).toLowerCase();
  const isGlobal = prefix === 'aws';
  if (!isGlobal && !catalog.hasService(prefix)) return [];
  const slash = key.indexOf('/', colon);
  const range = rangeWithin(keyNode, colon + 1, slash < 0 ? key.length : slash);
  if (!findConditionKey(catalog, key)) return [{ range, type: 'string', modifiers: [] }];
  return [{ range, type: 'property', modifiers: isGlobal ? ['defaultLibrary'] : [] }];
}

/** Texts that look like policy variables and are not replaced: the version is too old for them. */
function plainVariables(statement: Statement, policy: PolicyDocument): SemanticToken[] {
  const version = policy.value('Version');
  if (!policy.traits.hasVariables || policy.isPartial || version?.kind === 'computed') return [];
  if (policy.version === '2012-10-17') return [];
  const values = statement.conditionClauses.flatMap(({ values: some }) => some);
  const strings = [...statement.resources.map(({ node }) => node), ...values].filter(isString);
  return strings
    .flatMap(findVariables)
    .map(({ range }): SemanticToken => ({ range, type: 'string', modifiers: [] }));
}

function isString(node: { readonly kind: string }): node is StringNode {
  return node.kind === 'string';
}
