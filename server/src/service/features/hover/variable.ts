import type { Catalog } from '../../catalog/catalog';
import { findVariables, isEscape } from '../../checks/variables/findVariables';
import type { OffsetRange, StringNode } from '../../model/nodes';
import { describeConditionKey } from './conditionKey';
import { codeOf, guide, paragraphs } from './markdown';

/** About the policy variable at the offset of a string; undefined where there is none. */
export function describeVariableAt(
  node: StringNode,
  offset: number,
  version: string | undefined,
  catalog: Catalog,
): { markdown: string; range: OffsetRange } | undefined {
  if (!node.text.includes('${')) return undefined;
  const variable = findVariables(node).find(({ range }) => range.start <= offset && offset < range.end);
  if (!variable?.closed) return undefined;
  const isReplaced = version === '2012-10-17';
  const meaning = isEscape(variable)
    ? `The character ${codeOf(variable.inside)} itself, not a wildcard.`
    : `Replaced by the value that the request has for the key${isReplaced ? '' : ', but **only** in policies of version 2012-10-17'}. Without the key in the request nothing matches, unless a default follows a comma.`;
  const key = variable.inside.split(',')[0]!.trim();
  const markdown = paragraphs(
    `**${codeOf(`\${${variable.inside}}`)}** is a policy variable. ${meaning}`,
    isEscape(variable) ? undefined : describeConditionKey(key, catalog),
    guide('reference_policies_variables', 'Policy variables'),
  );
  return { markdown, range: variable.range };
}
