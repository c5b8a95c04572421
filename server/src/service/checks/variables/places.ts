import { listOf, type StringNode } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import { rememberInside } from '../../remember';
import { findVariables, type Variable } from './findVariables';

const none: readonly Variable[] = [];

/** Variables where AWS replaces them: in resources and in condition values. Several checks ask; one reads. */
export function variablesOf(statement: Statement, { traits }: PolicyDocument): readonly Variable[] {
  if (!traits.hasVariables) return none;
  return readVariables(statement);
}

const readVariables = rememberInside((statement: Statement): Variable[] => {
  const strings: StringNode[] = statement.resources.map(({ node }) => node);
  for (const { values } of statement.conditionClauses) {
    for (const node of values) if (node.kind === 'string') strings.push(node);
  }
  return strings.filter(({ text }) => text.includes('${')).flatMap(findVariables);
});

/** Strings of elements in which variables are not replaced, keys of conditions included. */
export function stringsWithoutVariables(
  statement: Statement,
  { traits }: PolicyDocument,
): readonly StringNode[] {
  if (!traits.hasVariables) return [];
  const sid = listOf(statement.value('Sid')).filter((node) => node.kind === 'string');
  return [
    ...sid,
    ...statement.actions.map(({ node }) => node),
    ...statement.principals.map(({ node }) => node),
    ...statement.conditionClauses.map(({ keyNode }) => keyNode),
  ].filter(({ text }) => text.includes('${'));
}
