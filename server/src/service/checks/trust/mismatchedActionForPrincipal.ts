import { parseFederated } from '../../iam/principals';
import { hasComputedPrincipal } from '../../model/principal';
import type { Check } from '../check';

type Caller = 'saml' | 'oidc' | 'other' | 'unknown';

/** Who can call each action. An unreadable provider could be either, so it fits both. */
const callers = new Map<string, readonly Caller[]>([
  ['assumerole', ['other']],
  ['assumerolewithsaml', ['saml', 'unknown']],
  ['assumerolewithwebidentity', ['oidc', 'unknown']],
]);

function callerOf(type: string | undefined, text: string): Caller {
  if (type !== 'Federated') return 'other';
  return parseFederated(text)?.kind ?? 'unknown';
}

function words(caller: Caller): string {
  if (caller === 'saml') return 'a SAML provider';
  return caller === 'oidc' || caller === 'unknown'
    ? 'a web identity (OIDC) provider'
    : 'accounts, roles, users and services';
}

function rightAction(caller: Caller): string {
  if (caller === 'saml') return 'sts:AssumeRoleWithSAML';
  return caller === 'other' ? 'sts:AssumeRole' : 'sts:AssumeRoleWithWebIdentity';
}

export const mismatchedActionForPrincipal: Check = {
  code: 'MISMATCHED_ACTION_FOR_PRINCIPAL',
  type: 'ERROR',
  kinds: ['trust'],
  needs: ['Allow', 'principals'],
  summary: 'The action does not fit the kind of principal.',
  statement(statement, { report }) {
    if (statement.effect !== 'Allow' || hasComputedPrincipal(statement.value('Principal'))) return;
    for (const action of statement.actions) {
      if (action.negated || action.hasWildcard || action.prefix !== 'sts') continue;
      const wanted = callers.get(action.name);
      if (!wanted) continue;
      const strangers = statement.principals.filter(
        ({ type, text }) => !wanted.includes(callerOf(type, text)),
      );
      if (strangers.length === 0 || strangers.length < statement.principals.length) continue;
      const { type = 'AWS', text } = strangers[0]!;
      report(
        [action.node, ...strangers.map(({ node }) => node)],
        `${action.text} is not for ${words(callerOf(type, text))}. Use ${rightAction(callerOf(type, text))}.`,
      );
    }
  },
};
