import { familiesFor } from '../../iam/keyTypes';
import { type ConditionOperator, parseOperator } from '../../iam/operators';
import type { ConditionKey } from '../../catalog/catalog';
import { type KeyOfStatement, keysOfStatement } from './keysOfStatement';
import { liveTagKeys } from './live';
import { stop, withoutStops } from './snippet';
import type { CompletionContext, Suggestion } from './suggestion';
import { usualValue } from './usualValue';

/** Keys that the operator can compare and that requests of the statement carry. */
export function conditionKeys(context: CompletionContext): Suggestion[] {
  const { place } = context;
  const operator = parseOperator(place.path.at(-1) ?? '');
  const present = new Set(place.siblings.map((name) => name.toLowerCase()));
  return keysOfStatement(context)
    .filter((key) => !operator || fits(key, operator))
    .flatMap((key) => namesFor(key, context).map((name) => suggest(name, key, operator, context)))
    .filter(({ label }) => !present.has(label.toLowerCase()));
}

function fits(key: ConditionKey, { family, set }: ConditionOperator): boolean {
  if (family === 'Null') return true;
  return familiesFor(key).includes(family) && key.multivalued === Boolean(set);
}

const placeholder = /\$\{([^}]*)\}/g;

/** The key with stops for its open parts; tags that the account's instances have, by their names. */
function namesFor({ name }: ConditionKey, context: CompletionContext): string[] {
  let number = 0;
  const open = name.replace(placeholder, (_, words: string) => stop(++number, words));
  if (number === 0) return [name];
  const tags = /^(aws|ec2):ResourceTag\//.test(name) ? liveTagKeys(context) : [];
  return [...tags.map((tag) => name.replace(placeholder, () => tag)), open];
}

function suggest(
  name: string,
  { from, multivalued, type, ...rest }: KeyOfStatement,
  operator: ConditionOperator | undefined,
  context: CompletionContext,
): Suggestion {
  const several = multivalued ? ', several values' : '';
  const key = { ...rest, type, multivalued };
  return {
    label: withoutStops(name),
    kind: 'conditionKey',
    detail: `${type}${several} · ${from ? `comes with ${from}` : 'global'}`,
    rank: from ? 0 : 1,
    piece: { kind: 'key', key: name, value: usualValue(key, operator, context) },
  };
}
