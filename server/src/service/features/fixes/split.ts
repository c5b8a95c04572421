import type { Value } from '../../edits/edit';
import type { Statement } from '../../model/statement';
import { readableFormat } from '../../iam/arnFormats';
import { fix, type FixMaker, type FixTarget } from './fix';
import { valueOf } from './operators';

/** Gives an action that works on none of the statement's resources a statement of its own. */
export const ownStatement: FixMaker = (target) => {
  const { place, statement, writer, policy } = target;
  const [parent] = place?.parents ?? [];
  const list = policy.value('Statement');
  if (place?.node.kind !== 'string' || !statement || parent?.container.kind !== 'array') return [];
  if (list?.kind !== 'array' || parent.container.items.length < 2) return [];
  const action = place.node.text;
  const resources = resourcesFor(target, statement);
  const copy = copyOf(statement, [action], resources);
  if (!copy) return [];
  const title = `Move ${action} to a statement of its own, on ${resources.length === 1 ? resources[0]! : 'its resources'}`;
  return fix(title, [...writer.remove(parent.container, [parent.index]), ...writer.addItems(list, [copy])]);
};

/** `*` for actions that take nothing else, else their ARNs with the names open. */
function resourcesFor({ meaningOf, place }: FixTarget, { actions }: Statement): string[] {
  const pattern = actions.find(({ node }) => node === place?.node);
  const { service, actions: meant = [] } = pattern ? meaningOf(pattern) : {};
  const types = new Set(meant.flatMap(({ resources }) => resources.map(({ type }) => type.toLowerCase())));
  const arns = [...types].flatMap((type) => service?.resourceTypes.get(type)?.arns.slice(0, 1) ?? []);
  return arns.length === 0
    ? ['*']
    : arns.map((arn) => readableFormat(arn.replace(/\$\{(?!Partition)[^}]*\}/g, '*')));
}

/** The statement with other actions and resources, and no name; undefined where a part of it is computed. */
export function copyOf(
  statement: Statement,
  actions: readonly string[],
  resources: readonly string[],
): Value | undefined {
  const entries: [string, Value][] = [];
  for (const { key, value } of statement.node.entries) {
    if (key.text === 'Sid') continue;
    if (key.text === 'Action') entries.push(['Action', oneOrList(actions)]);
    else if (key.text === 'Resource') entries.push(['Resource', oneOrList(resources)]);
    else {
      const copied = value && valueOf(value);
      if (copied === undefined) return undefined;
      entries.push([key.text, copied]);
    }
  }
  return Object.fromEntries(entries);
}

function oneOrList(texts: readonly string[]): Value {
  return texts.length === 1 ? texts[0]! : texts;
}
