import { findConditionKey } from '../../catalog/findConditionKey';
import { fix, type FixMaker, type FixTarget } from './fix';
import { removeAll } from './removal';
import { type NodePlace, placeOf } from '../../model/placeOf';
import { within } from './within';

/** The texts that the finding itself knows in place of the wrong one, the likeliest first. */
export const replacements: FixMaker = (target) => {
  const { finding, place, writer } = target;
  const node = place?.node;
  return (finding.data?.replacements ?? [])
    .filter((text) => !isTaken(text, place) && suitsOperator(text, target))
    .map((text) => {
      const title = `Change to ${text}`;
      if (node?.kind === 'string') return { title, edits: writer.setText(node, text) };
      if (node) return { title, edits: writer.replace(node, text) };
      // A part of a string.
      return { title, edits: within(target, () => text) };
    })
    .filter(({ edits }) => edits.length > 0);
};

/** Takes out what the finding says can go. */
export const removalOfSurplus: FixMaker = (target) => {
  const ranges = target.finding.data?.surplus ?? [];
  const places = ranges.map((range) => placeOf(target.policy.root, range));
  const parents = places.flatMap((place) => place?.parents[0] ?? []);
  const title =
    ranges.length === 1
      ? 'Remove: it is covered already'
      : `Remove the ${ranges.length} that are covered already`;
  return fix(title, parents.length < ranges.length ? undefined : removeAll(target, parents));
};

/** The object has a key of that name already. */
function isTaken(text: string, place: NodePlace | undefined): boolean {
  const [parent] = place?.parents ?? [];
  return Boolean(
    place?.isKey &&
    parent?.container.kind === 'object' &&
    parent.container.entries.some(({ key }) => key.text === text),
  );
}

/** A condition key with several values needs another operator than one with a single value. */
function suitsOperator(text: string, { place, clause, catalog }: FixTarget): boolean {
  const operator = clause?.keyNode === place?.node ? clause?.operator : undefined;
  const known = operator && operator.family !== 'Null' ? findConditionKey(catalog, text) : undefined;
  return !known || known.multivalued === Boolean(operator?.set);
}
