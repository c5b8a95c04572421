import type { ArrayNode, PolicyNode } from '../../model/nodes';
import type { Statement, StatementElement } from '../../model/statement';
import type { CheckContext } from '../check';

export function isEmptyList(node: PolicyNode | undefined): node is ArrayNode {
  return node?.kind === 'array' && node.items.length === 0 && !node.unclosed;
}

/** Tells each of the elements that is an empty list; `what` says what the statement then is about nothing of. */
export function reportEmptyLists(
  statement: Statement,
  elements: readonly StatementElement[],
  what: string,
  report: CheckContext['report'],
): void {
  for (const name of elements) {
    const node = statement.value(name);
    if (!isEmptyList(node)) continue;
    report(node, `${name} is empty, so the statement is about no ${what}. Name at least one.`);
  }
}
