import { findConditionKey } from '../../../catalog/findConditionKey';
import { principalKeys } from '../../../features/completion/elements';
import { choice, stop, type Template } from '../../../features/completion/snippet';
import type { CompletionContext, Provider, Suggestion } from '../../../features/completion/suggestion';
import { usualValue } from '../../../features/completion/usualValue';
import { parseOperator } from '../../../iam/operators';
import { looksLikeServicePrincipal } from '../../../iam/principals';

/** Arguments that only the data source has, and no policy has a word for. */
const details: Readonly<Record<string, string>> = {
  type: 'Kind of principal: AWS, Service, Federated, CanonicalUser or *',
  identifiers: 'Who is meant: accounts, ARNs, names of services',
  test: 'Operator that compares the key with the values',
  variable: 'Condition key that is compared',
  values: 'What the key is compared with',
  source_policy_documents: 'Documents whose statements come in; no Sid may be there twice',
  override_policy_documents: 'Documents whose statements replace those with the same Sid',
};

export function isOwnArgument(name: string): boolean {
  return Object.hasOwn(details, name);
}

/** The values are references, which stand without quotes. */
export function takesReferences(name: string): boolean {
  return name.endsWith('_policy_documents');
}

/** What an argument beside says, in a list each of its items; empty where it is not there or computed. */
export type TextsOf = (argument: string) => readonly string[];

/** Arguments of `principals` and `not_principals`. */
export function principalArguments(textsOf: TextsOf): Provider {
  return (context) =>
    offer(context, {
      type: choice(1, typesFor(textsOf('identifiers'), context)),
      identifiers: [textsOf('type')[0] === '*' ? '*' : stop(1)],
    });
}

/** Arguments of `condition`. */
export function conditionArguments(textsOf: TextsOf): Provider {
  return (context) =>
    offer(context, {
      test: stop(1),
      variable: stop(1),
      values: valuesFor(textsOf('test')[0], textsOf('variable')[0], context),
    });
}

/**
 * Arguments that bring other documents in, behind those that a policy has.
 *
 * @param documents references to those of the file
 */
export function documentArguments(documents: readonly string[]): Provider {
  const value = [documents.length > 0 ? choice(1, documents) : stop(1)];
  return (context) =>
    offer(context, { source_policy_documents: value, override_policy_documents: value }, 10);
}

/** Everybody, who is a type of their own in the data source. */
export function principalTypes(context: CompletionContext): Suggestion[] {
  const isTaken = context.kind.kind !== 'trust' && context.place.path.at(-1) === 'Principal';
  const everybody: Suggestion = {
    label: '*',
    kind: 'principal',
    detail: 'Everybody in the world, with the identifier *: limit it by a condition',
    piece: { kind: 'key', key: '*', value: '' },
    rank: 9,
  };
  return [...principalKeys(context), ...(isTaken ? [everybody] : [])];
}

/** Arguments that are not there yet, each with its value, in the order in which they are written. */
function offer(
  { place }: CompletionContext,
  values: Readonly<Record<string, Template>>,
  firstRank = 0,
): Suggestion[] {
  // A name that is right as it is has its value and needs no other.
  if (place.valueBehind !== undefined && Object.hasOwn(values, place.word)) return [];
  return Object.entries(values)
    .filter(([name, value]) => !place.siblings.includes(name) && takes(value, place.valueBehind))
    .map(([name, value], index) => ({
      label: name,
      kind: 'element',
      detail: details[name] ?? '',
      piece: { kind: 'key', key: name, value },
      rank: firstRank + index,
    }));
}

/** Whether a value that is there could be one of the argument. */
function takes(value: Template, behind: CompletionContext['place']['valueBehind']): boolean {
  return behind === undefined || behind === (Array.isArray(value) ? 'list' : 'string');
}

/** Types of principal, first the one that the identifiers have. */
function typesFor(identifiers: readonly string[], context: CompletionContext): readonly string[] {
  const types = principalTypes(context).map(({ label }) => label);
  const [first] = identifiers;
  const likely = first === undefined ? undefined : typeOf(first);
  return types.toSorted((a, b) => Number(b === likely) - Number(a === likely));
}

function typeOf(identifier: string): string {
  if (/:(saml|oidc)-provider\//.test(identifier)) return 'Federated';
  return looksLikeServicePrincipal(identifier) ? 'Service' : 'AWS';
}

/** What a key is most often compared with, where it is known already. */
function valuesFor(
  test: string | undefined,
  variable: string | undefined,
  context: CompletionContext,
): Template {
  const key = variable === undefined ? undefined : findConditionKey(context.catalog, variable);
  if (!key) return [stop(1)];
  const value = usualValue(key, parseOperator(test ?? ''), context);
  return Array.isArray(value) ? (value as readonly Template[]) : [value];
}
