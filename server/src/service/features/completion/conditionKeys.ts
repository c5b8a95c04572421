import { trustsOnlyServices } from '../../checks/principals/sourceKeys';
import { isOfPrincipal } from '../../checks/principals/unsupportedConditionKeyForServicePrincipal';
import { familiesFor } from '../../iam/keyTypes';
import { type ConditionOperator, parseOperator } from '../../iam/operators';
import type { ConditionKey } from '../../catalog/catalog';
import { type KeyOfStatement, keysOfStatement } from './keysOfStatement';
import { likelyKeys, usualGlobalKeys } from './likelyKeys';
import { liveTagKeys } from './live';
import { stop, withoutStops } from './snippet';
import { type CompletionContext, inBraces, type Suggestion } from './suggestion';
import { usualValue } from './usualValue';

/** Keys that the operator can compare and that requests of the statement carry. */
export function conditionKeys(context: CompletionContext): Suggestion[] {
  const { place } = context;
  const operator = parseOperator(place.path.at(-1) ?? '');
  const present = new Set(place.siblings.map((name) => name.toLowerCase()));
  const likely = likelyKeys(context);
  return keysOfStatement(context)
    .filter((key) => (!operator || fits(key, operator)) && comes(key, operator, context))
    .flatMap((key) =>
      namesFor(key, context).map((name) => ({
        ...suggest(name, key, operator, context),
        rank: rankOf(key, likely),
      })),
    )
    .filter(({ label }) => !present.has(label.toLowerCase()));
}

function rankOf({ name, from }: KeyOfStatement, likely: ReadonlySet<string>): number {
  const lower = name.toLowerCase();
  if (likely.has(lower)) return 0;
  if (from) return 1;
  return usualGlobalKeys.has(lower) ? 2 : 3;
}

function fits(key: ConditionKey, { family, set }: ConditionOperator): boolean {
  if (family === 'Null') return true;
  return familiesFor(key).includes(family) && key.multivalued === Boolean(set);
}

/** A request that an AWS service makes for itself has no keys of a principal in an account. */
function comes(
  { name }: ConditionKey,
  operator: ConditionOperator | undefined,
  { kind, statement }: CompletionContext,
): boolean {
  if (kind.kind !== 'resource' || !statement || !isOfPrincipal(name.toLowerCase())) return true;
  return Boolean(operator?.negated) || operator?.family === 'Null' || !trustsOnlyServices(statement);
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
    piece: { kind: 'key', key: name, value: usualValue(key, operator, context) },
  };
}

/** The keys in braces of their own, where the operator has none yet. */
export function wholeClauses(context: CompletionContext): Suggestion[] {
  return conditionKeys(context).map(inBraces);
}
