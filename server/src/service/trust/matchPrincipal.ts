import { any, type Ternary, ternary } from '../evaluate/ternary';
import { parseArn } from '../iam/arn';
import { wholeAccount } from '../iam/principals';
import { type ComputedNode, hasComputed, listOf, type PolicyNode } from '../model/nodes';
import { PartialText } from '../model/partialText';
import type { PrincipalValue } from '../model/principal';
import type { Statement } from '../model/statement';
import { accountOf, type Requester } from './requester';

/**
 * Whether a statement names the requester.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function matchesPrincipals(statement: Statement, requester: Requester): Ternary {
  // AWS refuses NotPrincipal in trust policies, so what it would mean is nowhere told.
  if (statement.element('NotPrincipal')) return 'unknown';
  const named = statement.principals.map((principal) => matchesPrincipal(principal, requester));
  return any([...named, ...computedIn(statement.value('Principal'), requester)]);
}

/** What is computed may be anybody, unless what is known of it says otherwise. */
function computedIn(node: PolicyNode | undefined, requester: Requester): readonly Ternary[] {
  if (!node || node.kind === 'string') return [];
  if (node.kind !== 'object') return hasComputed(node) ? ['unknown'] : [];
  return node.entries.flatMap(({ key, value }) =>
    listOf(value).flatMap((item) =>
      item.kind === 'computed' ? [matchesComputed(key.text, item, requester)] : [],
    ),
  );
}

function matchesComputed(type: string, node: ComputedNode, requester: Requester): Ternary {
  const text = node.parts && new PartialText(node, node.parts);
  if (!text || requester.type !== 'service') return 'unknown';
  if (type !== 'Service') return text.prefix === 'arn' ? 'no' : 'unknown';
  const [label] = text.service?.split('.') ?? [];
  return label === undefined || label.toLowerCase() === shortName(requester.name) ? 'unknown' : 'no';
}

/** Whether the requester comes in by a statement about its whole account, so that the account must allow it too. */
export function isNamedByAccount(statement: Statement, requester: Requester): boolean {
  const account = accountOf(requester);
  if (account === undefined) return false;
  return statement.principals.some(({ text }) => text === '*' || wholeAccount(text) === account);
}

function matchesPrincipal({ type, text }: PrincipalValue, requester: Requester): Ternary {
  if (type === undefined) return ternary(text === '*');
  switch (type) {
    case 'AWS':
      return matchesAws(text, requester);
    case 'Service':
      return requester.type === 'service' ? matchesService(text, requester.name) : 'no';
    case 'Federated':
      return requester.type === 'federated' ? ternary(isProvider(text, requester.provider)) : 'no';
    default:
      return requester.type === 'account' ? 'unknown' : 'no';
  }
}

function matchesAws(text: string, requester: Requester): Ternary {
  // Whether "everybody of AWS" takes in services and people from elsewhere, AWS's pages leave open.
  if (text === '*') return accountOf(requester) === undefined ? 'unknown' : 'yes';
  const account = accountOf(requester);
  if (account === undefined) return 'no';
  const whole = wholeAccount(text);
  if (whole !== undefined) return ternary(whole === account);
  // The unique id of a role or user says nothing about its name or account.
  if (/^A(ROA|IDA)\w+$/.test(text)) return 'unknown';
  return matchesArn(text, requester, account);
}

function matchesArn(text: string, requester: Requester, account: string): Ternary {
  const arn = parseArn(text);
  if (arn?.account !== account) return 'no';
  if (requester.type === 'account') return 'unknown';
  const asked = 'arn' in requester ? requester.arn : '';
  if (text === asked) return 'yes';
  const names = { named: roleOf(text), asked: roleOf(asked) };
  if (requester.type === 'session' && isRole(text)) return ternary(names.named === names.asked);
  const isSessionOfRole = requester.type === 'role' && names.named === names.asked && !isRole(text);
  return isSessionOfRole ? 'unknown' : 'no';
}

function isRole(arn: string): boolean {
  return arn.includes(':role/');
}

/** The role's name in the ARN of a role (with its path) or of a session; names are unique in an account. */
function roleOf(arn: string): string | undefined {
  return /:role\/(?:.*\/)?([^/]+)$/.exec(arn)?.[1] ?? /:assumed-role\/([^/]+)\//.exec(arn)?.[1];
}

/** Services go by other names in some partitions and Regions; only AWS knows which of them it still takes. */
function matchesService(named: string, asked: string): Ternary {
  if (named.toLowerCase() === asked.toLowerCase()) return 'yes';
  return shortName(named) !== undefined && shortName(named) === shortName(asked) ? 'unknown' : 'no';
}

function shortName(principal: string): string | undefined {
  return /^([a-z0-9-]+)(\.[a-z0-9-]+)?\.(amazonaws\.com(\.cn)?|amazonaws\.eu|c2s\.ic\.gov|sc2s\.sgov\.gov)$/i
    .exec(principal)?.[1]
    ?.toLowerCase();
}

function isProvider(named: string, asked: string): boolean {
  return named === asked || (!asked.startsWith('arn:') && named.endsWith(`:oidc-provider/${asked}`));
}
