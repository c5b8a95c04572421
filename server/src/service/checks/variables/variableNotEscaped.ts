import { listOf, type PolicyNode, type UnescapedVariable } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';

export const variableNotEscaped: Check = {
  code: 'VARIABLE_NOT_ESCAPED',
  type: 'ERROR',
  kinds: 'all',
  needs: ['computedValue'],
  summary: 'The template fills in a policy variable itself.',
  statement(statement, { report }) {
    for (const { text, escaped, range } of unescapedIn(statement)) {
      report(
        range,
        `The template takes ${text} for a value of its own. Write ${escaped}, so that it reaches IAM.`,
        {
          data: { replacements: [escaped] },
        },
      );
    }
  },
};

/** Where IAM would fill in variables: resources and condition values. */
function unescapedIn(statement: Statement): UnescapedVariable[] {
  const values = [
    statement.value('Resource'),
    statement.value('NotResource'),
    ...statement.conditionClauses.map(({ value }) => value),
  ];
  return values.flatMap((value) => (value ? listOf(value).flatMap(inNode) : []));
}

function inNode(node: PolicyNode): readonly UnescapedVariable[] {
  return node.kind === 'computed' ? (node.unescaped ?? []) : [];
}
