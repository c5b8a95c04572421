import { itemsOf, type Neutral } from './neutral';

/** Elements with values below so many keys; the other elements hold texts or lists of them. */
const depths: Readonly<Record<string, number>> = { Condition: 2, Principal: 1, NotPrincipal: 1 };

/**
 * Whether all that is computed stands where a text stands in a policy. A parameter or variable can take such a place in
 * any language, but not that of a statement or of a whole condition.
 */
export function isComputedInTextsAlone(policy: Neutral): boolean {
  if (policy.kind !== 'map') return false;
  return policy.entries.every(([key, value]) =>
    key === 'Statement' ? itemsOf(value).every(isStatementSafe) : areTexts(value, 0),
  );
}

function isStatementSafe(statement: Neutral): boolean {
  return (
    statement.kind === 'map' && statement.entries.every(([key, value]) => areTexts(value, depths[key] ?? 0))
  );
}

/** Nothing is computed above the depth, and below it only texts and lists of them. */
function areTexts(value: Neutral, depth: number): boolean {
  if (value.kind === 'map') return value.entries.every(([, item]) => areTexts(item, Math.max(0, depth - 1)));
  if (depth > 0) return isLiteral(value);
  return itemsOf(value).every((item) => item.kind !== 'list' || isLiteral(item));
}

/** Nothing in it is computed. */
export function isLiteral(value: Neutral): boolean {
  if (value.kind === 'list') return value.items.every(isLiteral);
  if (value.kind === 'map') return value.entries.every(([, item]) => isLiteral(item));
  return value.kind === 'string' || value.kind === 'bare';
}

/** A key stands twice in a map, so that readers differ in what they take. */
export function hasRepeatedKeys(value: Neutral): boolean {
  if (value.kind === 'list') return value.items.some(hasRepeatedKeys);
  if (value.kind !== 'map') return false;
  const keys = value.entries.map(([key]) => key);
  return new Set(keys).size < keys.length || value.entries.some(([, item]) => hasRepeatedKeys(item));
}
