import type { PolicyKind } from '../../../protocol/settings';
import { policyElements } from '../../model/policyDocument';
import { type StatementElement, statementElements } from '../../model/statement';
import type { Place } from './place';
import { needsSeveralTypes, takesNoResource } from './resources';
import { statementOf } from './skeleton';
import { choice, openObject, stop, type Template } from './snippet';
import type { CompletionContext, Suggestion } from './suggestion';
import { assumeAction } from './trustActions';

const details: Record<string, string> = {
  Version: 'Version of the policy language; write 2012-10-17',
  Id: 'Name of the policy as a whole',
  Statement: 'The permissions, one object each',
  Sid: 'Name of the statement',
  Effect: 'Allow or Deny',
  Principal: 'Who is meant',
  NotPrincipal: 'Everybody but these',
  Action: 'What may (not) be done',
  NotAction: 'Everything but these actions',
  Resource: 'On what',
  NotResource: 'On everything but these resources',
  Condition: 'When the statement counts',
  AWS: 'Accounts, roles, users',
  Service: 'AWS services, such as ec2.amazonaws.com',
  Federated: 'Identity providers (SAML, OIDC)',
  CanonicalUser: 'Canonical user id of an account (Amazon S3)',
};

/** Elements that a policy of the kind has no use for. */
const unusual: Partial<Record<PolicyKind, readonly StatementElement[]>> = {
  trust: ['Resource', 'NotResource', 'NotPrincipal', 'NotAction'],
  identity: ['Principal', 'NotPrincipal'],
  boundary: ['Principal', 'NotPrincipal'],
  session: ['Principal', 'NotPrincipal'],
  scp: ['Principal', 'NotPrincipal'],
  rcp: ['NotPrincipal', 'NotAction'],
};

/** Elements that exclude each other: with one there, the other can't come. */
const exclusive: readonly (readonly [StatementElement, StatementElement])[] = [
  ['Action', 'NotAction'],
  ['Resource', 'NotResource'],
  ['Principal', 'NotPrincipal'],
];

/** Keys of the policy itself, the one that few policies have at the end. */
export function policyKeys(context: CompletionContext): Suggestion[] {
  return offer(
    [...policyElements].sort((a, b) => Number(a === 'Id') - Number(b === 'Id')),
    context,
  );
}

/** Keys of a statement, less those it has and those that its policy's kind has no use for. */
export function statementKeys(context: CompletionContext): Suggestion[] {
  const { kind, place } = context;
  const excluded = exclusive.flatMap(([a, b]) => [
    ...(place.siblings.includes(a) ? [b] : []),
    ...(place.siblings.includes(b) ? [a] : []),
  ]);
  // Who only guessed the kind offers everything: the missing principal may be what makes it another kind.
  const isSure = kind.certain || (kind.kind === 'trust' && place.siblings.includes('Action'));
  const useless = isSure ? (unusual[kind.kind] ?? []) : [];
  const fitting = statementElements.filter((name) => !excluded.includes(name) && !useless.includes(name));
  return offer(likelyFirst(fitting, context), context);
}

/** What the statement needs and lacks comes first; a name belongs to its beginning, or else can wait. */
function likelyFirst(
  names: readonly StatementElement[],
  { kind, place }: CompletionContext,
): readonly StatementElement[] {
  const takesPrincipal = kind.kind === 'trust' || kind.kind === 'resource' || kind.kind === 'rcp';
  const rankOf = (name: StatementElement) => {
    if (name === 'Resource' && kind.kind === 'trust') return 4;
    if (name === 'Sid') return place.siblings.length === 0 ? 0 : 3;
    if (name === 'Condition') return 2;
    if (name === 'Principal') return takesPrincipal ? 1 : 4;
    return name.startsWith('Not') ? 5 : 1;
  };
  return [...names].sort((a, b) => rankOf(a) - rankOf(b));
}

/** Kinds of principal. */
export function principalKeys(context: CompletionContext): Suggestion[] {
  const { kind, certain } = context.kind;
  if (kind === 'trust') return offer(['Service', 'AWS', 'Federated'], context);
  // Only a trust policy lets the people of an identity provider in.
  const federated = kind === 'resource' && certain ? [] : ['Federated'];
  return offer(['AWS', 'Service', ...federated, 'CanonicalUser'], context);
}

function offer(names: readonly string[], context: CompletionContext): Suggestion[] {
  const { siblings, again = [] } = context.place;
  return names
    .filter((name) => !siblings.includes(name) || again.includes(name))
    .filter((name) => takes(name, context.place))
    .map((name, rank) => ({
      label: name,
      kind: 'element',
      detail: details[name] ?? '',
      piece: { kind: 'key', key: name, value: valueFor(name, context) },
      rank,
    }));
}

/** What elements take that do not take both a string and a list. */
const shapes: Readonly<Record<string, readonly Place['valueBehind'][]>> = {
  Version: ['string'],
  Id: ['string'],
  Sid: ['string'],
  Effect: ['string'],
  Statement: ['object', 'list'],
  Principal: ['object'],
  NotPrincipal: ['object'],
  Condition: ['object'],
};

/** Whether the value that a key has already could be one of the element. */
function takes(name: string, { valueBehind, word }: Place): boolean {
  if (valueBehind === undefined) return true;
  if (isElement(word)) return name.replace(/^Not/, '') === word.replace(/^Not/, '');
  return (shapes[name] ?? ['string', 'list']).includes(valueBehind);
}

/** A key that is right as it is can only become its opposite. */
function isElement(word: string): boolean {
  return word in details;
}

/** What a key's value most likely looks like. */
function valueFor(name: string, context: CompletionContext): Template {
  switch (name) {
    case 'Version':
      return '2012-10-17';
    case 'Id':
      return stop(1, 'PolicyName');
    case 'Sid':
      return stop(1, `Statement${(context.statement?.index ?? context.policy.statements.length) + 1}`);
    case 'Statement':
      return [statementOf(context.kind)];
    case 'Effect':
      return choice(1, ['Allow', 'Deny']);
    case 'Principal':
    case 'NotPrincipal':
      return openObject(1);
    case 'Action':
      return context.kind.kind === 'trust' ? assumeAction(context) : stop(1);
    case 'Condition':
      return openObject(1);
    case 'Resource':
      if (takesNoResource(context)) return '*';
      return needsSeveralTypes(context) ? [stop(1)] : stop(1);
    default:
      return stop(1);
  }
}
