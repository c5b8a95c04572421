import { listOf, type PolicyNode } from '../../model/nodes';
import type { Statement } from '../../model/statement';

/** Whether the value is `"*"`, alone or as the only member of a list. */
export function isStar(node: PolicyNode | undefined): boolean {
  const [first, ...others] = listOf(node);
  return others.length === 0 && first?.kind === 'string' && first.text === '*';
}

/** The statement of AWS's own RCPFullAWSAccess: the only place where a bare `*` is an action of an RCP. */
export function isFullAccess(statement: Statement): boolean {
  return (
    statement.effect === 'Allow' &&
    isStar(statement.value('Principal')) &&
    isStar(statement.value('Action')) &&
    isStar(statement.value('Resource')) &&
    !statement.element('Condition')
  );
}
