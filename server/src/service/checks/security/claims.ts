import { matchesAction } from '../../iam/statementActions';
import { parseFederated } from '../../iam/principals';
import type { PrincipalValue } from '../../model/principal';
import type { Statement } from '../../model/statement';

/** Whether the statement lets people from an identity provider in by the action (lower case, without prefix). */
export function admits(statement: Statement, action: string): boolean {
  return (
    statement.effect === 'Allow' &&
    statement.actions.some((pattern) => !pattern.negated && matchesAction(pattern, 'sts', action))
  );
}

/** Whether a condition of the statement asks for a value of the key (lower case), and not just any. */
export function asksFor(statement: Statement, key: string): boolean {
  return statement.conditionClauses.some(
    ({ lowerKey, values, operator }) =>
      lowerKey === key &&
      operator?.family !== 'Null' &&
      !operator?.negated &&
      !values.some((value) => value.kind === 'string' && /^\*+$/.test(value.text)),
  );
}

/**
 * Prefix of the condition keys of an OIDC provider in IAM that the statement lets people in from, looking at some claim
 * of theirs. Where it looks at none, MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL speaks.
 */
export function trustedOidcProvider(
  { type, text, negated }: PrincipalValue,
  statement: Statement,
): string | undefined {
  if (type !== 'Federated' || negated || !text.startsWith('arn:')) return undefined;
  const provider = parseFederated(text);
  if (provider?.kind !== 'oidc' || !admits(statement, 'assumerolewithwebidentity')) return undefined;
  const { keyPrefix } = provider;
  return statement.conditionClauses.some(({ lowerKey }) => lowerKey.startsWith(`${keyPrefix}:`))
    ? keyPrefix
    : undefined;
}
