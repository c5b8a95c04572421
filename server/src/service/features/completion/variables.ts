import { globalConditionKeys } from '../../catalog/globalKeys';
import { keysOfStatement } from './keysOfStatement';
import { stop, withoutStops } from './snippet';
import type { CompletionContext, Suggestion } from './suggestion';

/** The version from which on policy variables are replaced. */
const withVariables = '2012-10-17';

/**
 * Policy variables, where the cursor stands inside `${…` or behind its `$`; undefined anywhere else.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function variables(context: CompletionContext): Suggestion[] | undefined {
  const { typed, word } = context.place;
  const from = typed.endsWith('$') ? typed.length - 1 : typed.lastIndexOf('${');
  if (from < 0 || typed.includes('}', from)) return undefined;
  if (!replacesVariables(context)) return [];
  const close = word.indexOf('}', from);
  const next = word.indexOf('$', from + 1);
  const isClosed = close >= 0 && (next < 0 || close < next);
  const to = isClosed ? close + 1 : typed.length;
  return [...names(context), ...escapes].map(([name, detail], rank) => {
    const text = `\${${name}}`;
    return {
      label: withoutStops(text),
      kind: 'variable',
      detail,
      rank,
      piece: { kind: 'part', text, from, to },
    };
  });
}

/** The usual variables as whole values, for places where nothing is typed yet. */
export function wholeVariables(context: CompletionContext): Suggestion[] {
  const { place } = context;
  if (place.typed !== '' || !replacesVariables(context)) return [];
  return usual.map(([name, detail]) => ({
    label: withoutStops(`\${${name}}`),
    kind: 'variable',
    detail,
    rank: 50,
    piece: { kind: 'values', values: [`\${${name}}`] },
  }));
}

function replacesVariables({ policy }: CompletionContext): boolean {
  return policy.version === withVariables;
}

const usual: readonly (readonly [string, string])[] = [
  ['aws:username', 'Name of the IAM user; absent for roles'],
  ['aws:userid', 'Unique id of the user, or of role and session'],
  [`aws:PrincipalTag/${stop(1, 'TagKey')}`, 'Value of a tag of the caller'],
  ['aws:PrincipalAccount', "The caller's account"],
];

const escapes: readonly (readonly [string, string])[] = [
  ['*', 'The character *'],
  ['?', 'The character ?'],
  ['$', 'The character $'],
];

function names(context: CompletionContext): (readonly [string, string])[] {
  const globals = new Set(globalConditionKeys.map(({ name }) => name));
  const others = keysOfStatement(context)
    .filter(({ name, multivalued }) => !multivalued && !name.includes('${'))
    .filter(({ name }) => !usual.some(([other]) => other === name))
    .sort((a, b) => Number(!globals.has(a.name)) - Number(!globals.has(b.name)))
    .map(({ name, type, from }) => [name, from ? `${type} · comes with ${from}` : type] as const);
  return [...usual, ...others];
}
