import type { Action, ActionResource, ConditionKey, ResourceType } from '../src/service/catalog/catalog';
import type { ActionLinks } from './actionLinks';
import type { IamDataPackage, SourceAction, SourceActionResource } from './iamDataPackage';
import { arns, keyName, keyType, levels } from './normalise';

/** All that is known of one service, merged from the sources, sorted, not yet packed. */
export interface ServiceSource {
  readonly prefix: string;
  readonly name: string;
  readonly url: string | undefined;
  readonly actions: readonly ActionSource[];
  readonly resourceTypes: readonly ResourceType[];
  readonly conditionKeys: readonly (ConditionKey & { readonly description: string })[];
  readonly retiredActions: readonly string[];
}

export interface ActionSource extends Action {
  readonly description: string;
  readonly url: string | undefined;
}

/** The packages the data comes from. */
export interface Sources {
  /** What holds today. */
  readonly current: IamDataPackage;
  /** The last release that knew dependent actions and permission-only actions. */
  readonly older: IamDataPackage;
  /** Actions, by service, that still older releases had and today's has not. */
  readonly dropped: Readonly<Record<string, readonly string[]>>;
  readonly links: ActionLinks;
}

/** Reads one service from all sources. */
export function readService(prefix: string, { current, older, dropped, links }: Sources): ServiceSource {
  const actions = current.actions(prefix);
  const olderActions = older.actions(prefix);
  return {
    prefix,
    name: current.names[prefix] ?? prefix,
    url: links.page(prefix),
    actions: sorted(Object.entries(actions), ([key]) => key).map(([key, action]) => ({
      ...mergeAction(action, olderActions[key]),
      description: action.description.trim(),
      url: links.action(prefix, action.name),
    })),
    resourceTypes: sorted(Object.values(current.resourceTypes(prefix)), ({ key }) => key).map((type) => ({
      name: type.key,
      arns: arns(type.arn),
      conditionKeys: keyNames(type.conditionKeys ?? []),
    })),
    conditionKeys: readKeys(prefix, current),
    retiredActions: retiredFrom(actions, [
      ...Object.values(olderActions).map(({ name }) => name),
      ...(dropped[prefix] ?? []),
    ]),
  };
}

function retiredFrom(today: Readonly<Record<string, SourceAction>>, before: readonly string[]): string[] {
  return Array.from(new Set(before.filter((name) => !(name.toLowerCase() in today)))).sort();
}

/** Today's action, with what only the older release says of it. */
function mergeAction(action: SourceAction, older: SourceAction | undefined): Action {
  const dependents = dependentsOf(action);
  return {
    name: action.name,
    accessLevels: levels(action.accessLevel),
    resources: mergeRows(action.resourceTypes),
    conditionKeys: keyNames(action.conditionKeys),
    dependentActions: dependents.length > 0 || !older ? dependents : dependentsOf(older),
    permissionOnly: action.isPermissionOnly ?? older?.isPermissionOnly ?? false,
  };
}

/** The reference lists dependent actions by resource type; a caller needs them all the same. */
function dependentsOf(action: SourceAction): string[] {
  const all = [action, ...action.resourceTypes].flatMap(({ dependentActions }) => dependentActions);
  return Array.from(new Set(all)).sort();
}

/** A few actions list one resource type in two rows. */
function mergeRows(rows: readonly SourceActionResource[]): ActionResource[] {
  const byType = new Map<string, ActionResource>();
  for (const { name, required, conditionKeys } of rows) {
    const before = byType.get(name);
    byType.set(name, {
      type: name,
      typeKey: name.toLowerCase(),
      required: required || (before?.required ?? false),
      conditionKeys: keyNames([...(before?.conditionKeys ?? []), ...conditionKeys]),
    });
  }
  return sorted(Array.from(byType.values()), ({ type }) => type);
}

function readKeys(prefix: string, source: IamDataPackage): ServiceSource['conditionKeys'] {
  const byName = new Map<string, ServiceSource['conditionKeys'][number]>();
  for (const { key, type, description } of Object.values(source.conditionKeys(prefix))) {
    const name = keyName(key);
    if (byName.has(name.toLowerCase())) continue;
    byName.set(name.toLowerCase(), { name, ...keyType(type), description: description.trim() });
  }
  return sorted(Array.from(byName.values()), ({ name }) => name);
}

function keyNames(names: readonly string[]): string[] {
  return Array.from(new Set(names.map(keyName))).sort();
}

/** Sorted by a text, without regard to the machine's locale. */
function sorted<T>(things: readonly T[], by: (thing: T) => string): T[] {
  return [...things].sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
}
