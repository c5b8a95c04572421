import { type ComputedNode, listOf, type PolicyNode, type StringNode } from '../../model/nodes';
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
  const nodes: PolicyNode[] = [
    ...listOf(statement.value('Resource')),
    ...listOf(statement.value('NotResource')),
    ...statement.conditionClauses.flatMap(({ values }) => values),
  ];
  return nodes.flatMap((node) => {
    if (node.kind === 'computed') return variablesInPieces(node);
    return node.kind === 'string' && node.text.includes('${') ? findVariables(node) : [];
  });
});

/** Those that stand in known parts; what is unknown may close one that is open before it. */
function variablesInPieces({ pieces = [] }: ComputedNode): Variable[] {
  const last = pieces.length - 1;
  return pieces.flatMap((piece, index) =>
    piece?.text.includes('${') ? findVariables(piece).filter(({ closed }) => closed || index === last) : [],
  );
}

/** Strings of elements in which variables are not replaced, keys of conditions included. */
export function stringsWithoutVariables(
  statement: Statement,
  { traits }: PolicyDocument,
): readonly StringNode[] {
  const found: StringNode[] = [];
  if (!traits.hasVariables) return found;
  const add = (node: StringNode) => void (node.text.includes('${') && found.push(node));
  for (const node of listOf(statement.value('Sid'))) if (node.kind === 'string') add(node);
  for (const { node } of statement.actions) add(node);
  for (const { node } of statement.principals) add(node);
  for (const { keyNode } of statement.conditionClauses) add(keyNode);
  return found;
}
