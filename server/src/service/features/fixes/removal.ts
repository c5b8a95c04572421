import type { TextEdit } from '../../edits/edit';
import { membersOf } from '../../edits/edit';
import { type NodePlace, type Parent, placeOf } from '../../model/placeOf';
import { fix, type FixMaker, type FixTarget } from './fix';

/** Takes the finding's node out of what it stands in, unless nothing would be left there. */
export function removes(title: string): FixMaker {
  return (target) => fix(title, removeNode(target, target.place));
}

/** Takes the finding's node out of the list it stands in, where others are left. */
export function removesItem(title: string): FixMaker {
  return (target) => (target.place?.parents[0]?.container.kind === 'array' ? removes(title)(target) : []);
}

/** Takes out the statement around the finding, where others are left. */
export function removesStatement(title: string): FixMaker {
  return (target) => {
    const place = target.statement && placeOf(target.policy.root, target.statement.range);
    return place?.parents[0]?.container.kind === 'array' ? fix(title, removeNode(target, place)) : [];
  };
}

/** Takes members out, those of the same object or list together. */
export function removeAll({ writer }: Pick<FixTarget, 'writer'>, parents: readonly Parent[]): TextEdit[] {
  const containers = new Set(parents.map(({ container }) => container));
  return [...containers].flatMap((container) =>
    writer.remove(
      container,
      parents.filter((parent) => parent.container === container).map(({ index }) => index),
    ),
  );
}

function removeNode(target: FixTarget, place: NodePlace | undefined): TextEdit[] | undefined {
  const [parent] = place?.parents ?? [];
  if (!parent) return undefined;
  const isLastItem = parent.container.kind === 'array' && parent.container.items.length === 1;
  return isLastItem ? undefined : target.writer.remove(parent.container, [parent.index]);
}

/** Takes a condition out: its key, the operator when that was its only key, the Condition when that was the last. */
export function removesCondition(title: string): FixMaker {
  return (target) => {
    const range = target.clause?.entry.key.range ?? target.finding.ranges[0]!;
    const place = placeOf(target.policy.root, range);
    const parents = place?.parents ?? [];
    const at = parents.findIndex(({ container }) => membersOf(container).length > 1);
    const outer = parents[at];
    // Never more than the Condition itself.
    const depth = parents.length - at;
    return fix(
      title,
      outer && depth >= depthOfStatement(target)
        ? target.writer.remove(outer.container, [outer.index])
        : undefined,
    );
  };
}

/** How many objects and lists stand around an element of the statement. */
function depthOfStatement({ policy, statement }: FixTarget): number {
  return (statement && placeOf(policy.root, statement.range)?.parents.length) ?? 0;
}
