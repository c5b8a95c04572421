import type { Value } from '../../edits/edit';
import type { Statement } from '../../model/statement';
import { assumeActions } from './elements';
import { fix, type FixMaker, type FixTarget } from './fix';
import { removes } from './removal';

/** The action with which the statement's principals assume the role, in place of the one that is not for them. */
export const rightAssumeAction: FixMaker = ({ place, statement, writer }) => {
  const node = place?.node;
  const [action, ...others] = statement ? assumeActions(statement) : [];
  if (
    node?.kind !== 'string' ||
    !action ||
    others.length > 0 ||
    statement?.actions.some(({ text }) => text === action)
  )
    return [];
  return fix(`Change to ${action}`, writer.setText(node, action));
};

/** Out of a trust policy what is no action of STS; in place of the only one, the one that its principals need. */
export const onlyAssumeActions: FixMaker = (target) => {
  const removed = removes('Remove: it is no action of a trust policy')(target);
  return removed.length > 0 && target.place?.parents[0]?.container.kind === 'array'
    ? removed
    : rightAssumeAction(target);
};

/** What the finding says is missing, to the list that the action stands in, or to the resources. */
export function adds(element: 'Action' | 'Resource'): FixMaker {
  return (target) => {
    const missing = target.finding.data?.missing ?? [];
    const { statement } = target;
    if (!statement || missing.length === 0) return [];
    const what =
      missing.length > 2
        ? `${missing.length} ${element === 'Action' ? 'actions' : 'resources'}`
        : missing.join(' and ');
    return fix(`Add ${what}`, addTo(target, statement, element, missing));
  };
}

/** Adds strings to an element that is a list, or makes it one. */
export function addTo(
  { writer }: Pick<FixTarget, 'writer'>,
  statement: Statement,
  element: 'Action' | 'Resource',
  texts: readonly string[],
) {
  const node = statement.value(element);
  if (node?.kind === 'array') return writer.addItems(node, texts);
  if (node?.kind !== 'string') return undefined;
  const all: Value[] = [node.text, ...texts];
  return writer.replace(node, all);
}
