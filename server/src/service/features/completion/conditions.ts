import { baseOperators } from '../../iam/operators';
import { globalConditionKeys } from '../../catalog/globalKeys';
import type { CompletionContext, Suggestion } from './suggestion';

export function operators({ location }: CompletionContext): Suggestion[] {
  const present = new Set(location.object?.entries.map(({ key }) => key.text));
  return baseOperators
    .filter(({ name }) => !present.has(name) || location.node?.text === name)
    .map(({ name, family }, rank) => ({
      label: name,
      kind: 'operator',
      detail: `Compares ${family === 'Null' ? 'presence' : `${family} values`}`,
      valueSnippet: '{\n\t$0\n}',
      rank,
    }));
}

/** Keys that the statement's actions support, then the global ones. */
export function conditionKeys({ statement, catalog }: CompletionContext): Suggestion[] {
  const found = new Map<string, Suggestion>();
  const offer = (name: string, detail: string, rank: number) => {
    if (!found.has(name))
      found.set(name, { label: name, kind: 'conditionKey', detail, valueSnippet: '"$0"', rank });
  };
  for (const { prefix, name } of statement?.actions ?? []) {
    const service = prefix === undefined ? undefined : catalog.service(prefix);
    const action = service?.actions.get(name);
    const own = action
      ? [...action.conditionKeys, ...action.resources.flatMap((resource) => resource.conditionKeys)]
      : [...(service?.conditionKeys.values() ?? [])].map((key) => key.name);
    for (const key of own) {
      const type = service?.conditionKeys.get(key.toLowerCase())?.type ?? 'String';
      offer(key, `${type}, supported by the statement's actions`, 0);
    }
  }
  for (const { name, type } of globalConditionKeys) offer(name, `${type}, in every request that has it`, 1);
  return [...found.values()];
}
