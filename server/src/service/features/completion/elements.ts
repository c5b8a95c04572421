import type { PolicyKind } from '../../../protocol/settings';
import { policyElements } from '../../model/policyDocument';
import { type StatementElement, statementElements } from '../../model/statement';
import type { CompletionContext, Suggestion } from './suggestion';

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

const snippets: Record<string, string> = {
  Version: '"2012-10-17"',
  Statement: '[\n\t{\n\t\t$0\n\t}\n]',
  Effect: '"${1|Allow,Deny|}"',
  Principal: '{ $0 }',
  NotPrincipal: '{ $0 }',
  Condition: '{\n\t$0\n}',
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

export function policyKeys({ location }: CompletionContext): Suggestion[] {
  return offer(policyElements, presentKeys(location));
}

export function statementKeys({ location, kind }: CompletionContext): Suggestion[] {
  const present = presentKeys(location);
  const excluded = exclusive.flatMap(([a, b]) => [
    ...(present.has(a) ? [b] : []),
    ...(present.has(b) ? [a] : []),
  ]);
  // Who only guessed the kind offers everything: the missing principal may be what makes it another kind.
  const useless = kind.certain || kind.kind === 'trust' ? (unusual[kind.kind] ?? []) : [];
  const fitting = statementElements.filter((name) => !excluded.includes(name) && !useless.includes(name));
  return offer(fitting, present);
}

export function principalKeys({ location, kind }: CompletionContext): Suggestion[] {
  const names =
    kind.kind === 'trust'
      ? ['Service', 'AWS', 'Federated']
      : ['AWS', 'Service', 'Federated', 'CanonicalUser'];
  return offer(names, presentKeys(location));
}

function offer(names: readonly string[], present: ReadonlySet<string>): Suggestion[] {
  return names
    .filter((name) => !present.has(name))
    .map((name, rank) => ({
      label: name,
      kind: 'element',
      detail: details[name] ?? '',
      valueSnippet: snippets[name] ?? '"$0"',
      rank,
    }));
}

/** Keys of the object around the cursor, without the one the cursor is in. */
function presentKeys({ object, node }: CompletionContext['location']): Set<string> {
  return new Set((object?.entries ?? []).filter(({ key }) => key !== node).map(({ key }) => key.text));
}
