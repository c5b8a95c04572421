import type { Service } from '../../catalog/catalog';
import type { Meaning } from '../../checks/actionLookup';
import { typesMatching } from '../../iam/arnFormats';
import type { PolicyNode } from '../../model/nodes';
import type { ResourcePattern } from '../../model/resource';
import type { Statement } from '../../model/statement';
import { copyOf } from '../fixes/split';
import type { RefactoringContext } from './context';
import type { Refactoring } from './refactorings';

/** Actions and the resources that they work on, by their positions in the statement's lists. */
interface Group {
  readonly actions: readonly number[];
  readonly resources: readonly number[];
}

/**
 * Gives the actions that work on resources of one type a statement of their own: those of buckets and those of objects.
 * Offered where every action has its resources, and none of them works on those of another.
 */
export function splitByResources(context: RefactoringContext): Refactoring[] {
  const { policy, statement, writer } = context;
  const list = policy.value('Statement');
  const actions = statement?.value('Action');
  const resources = statement?.value('Resource');
  if (!statement || list?.kind !== 'array' || !isListOfStrings(actions) || !isListOfStrings(resources))
    return [];
  if (statement.repeatsElements || statement.usesNotAction || statement.usesNotResource) return [];
  const [stays, ...leave] = groupsOf(statement, context) ?? [];
  if (!stays || leave.length === 0) return [];
  const copies = leave.flatMap(
    (group) =>
      copyOf(
        statement,
        group.actions.map((at) => statement.actions[at]!.text),
        group.resources.map((at) => statement.resources[at]!.text),
      ) ?? [],
  );
  if (copies.length < leave.length) return [];
  const edits = [
    ...writer.remove(
      actions,
      leave.flatMap((group) => group.actions),
    ),
    ...writer.remove(
      resources,
      leave.flatMap((group) => group.resources),
    ),
    ...writer.addItems(list, copies),
  ];
  return [{ title: `Split by the type of resource into ${leave.length + 1} statements`, edits }];
}

function isListOfStrings(node: PolicyNode | undefined): node is Extract<PolicyNode, { kind: 'array' }> {
  return node?.kind === 'array' && node.items.every(({ kind }) => kind === 'string');
}

/** Undefined where an action is not known, has no resource, or shares one with actions that have others. */
function groupsOf({ actions, resources }: Statement, { meaningOf }: RefactoringContext): Group[] | undefined {
  const groups = new Map<string, { actions: number[]; resources: number[] }>();
  for (const [at, pattern] of actions.entries()) {
    const meaning = meaningOf(pattern);
    const fitting = [...resources.keys()].filter((index) => worksOn(meaning, resources[index]!));
    if (fitting.length === 0) return undefined;
    const group = groups.get(fitting.join()) ?? { actions: [], resources: fitting };
    group.actions.push(at);
    groups.set(fitting.join(), group);
  }
  const found = [...groups.values()];
  const taken = found.flatMap((group) => group.resources);
  return new Set(taken).size === taken.length && taken.length === resources.length ? found : undefined;
}

function worksOn({ service, actions = [] }: Meaning, resource: ResourcePattern): boolean {
  if (!service) return false;
  return actions.some(({ resources: types }) =>
    types.length === 0 ? resource.isStar : types.some(({ type }) => isOfType(resource, type, service)),
  );
}

function isOfType({ isStar, text }: ResourcePattern, type: string, service: Service): boolean {
  return isStar || (typesMatching(text, service) ?? []).includes(type.toLowerCase());
}
