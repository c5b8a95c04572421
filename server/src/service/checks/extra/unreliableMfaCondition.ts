import { hasComputed } from '../../model/nodes';
import type { ConditionClause } from '../../model/condition';
import type { PolicyDocument } from '../../model/policyDocument';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';

const mfaPresent = 'aws:multifactorauthpresent';

function mfaClauses({ conditionClauses }: Statement): ConditionClause[] {
  return conditionClauses.filter(({ lowerKey }) => lowerKey === mfaPresent);
}

function isTest({ operator, values }: ConditionClause, family: string, value: string): boolean {
  const [only, ...others] = values;
  return (
    operator?.family === family &&
    others.length === 0 &&
    only !== undefined &&
    'text' in only &&
    only.text.toLowerCase() === value
  );
}

/** Another Deny deals with requests that say nothing about MFA, or that say there was none; what is computed may be one. */
function isCompleted(policy: PolicyDocument, statement: Statement): boolean {
  const mayDeny = (other: Statement) =>
    (other.effect === 'Deny' || other.value('Effect')?.kind === 'computed') &&
    (mfaClauses(other).length > 0 || hasUnknownConditions(other));
  return (
    hasComputed(policy.value('Statement')) ||
    policy.statements.some((other) => other !== statement && mayDeny(other))
  );
}

function hasUnknownConditions(statement: Statement): boolean {
  const condition = statement.value('Condition');
  if (condition?.kind === 'computed') return true;
  return condition?.kind === 'object' && condition.entries.some(({ value }) => value?.kind === 'computed');
}

const denies = (clause: ConditionClause) => isTest(clause, 'Bool', 'false') && !clause.operator?.ifExists;

/** One of them is only met with MFA, or two together are: BoolIfExists, and the key must be there. */
function asksForMfa(clauses: readonly ConditionClause[]): boolean {
  if (clauses.some(({ values }) => values.some(({ kind }) => kind === 'computed'))) return true;
  const asking = clauses.filter((clause) => isTest(clause, 'Bool', 'true'));
  return (
    asking.some(({ operator }) => !operator?.ifExists) ||
    (asking.length > 0 && clauses.some((clause) => isTest(clause, 'Null', 'false')))
  );
}

function problemOf(
  clause: ConditionClause,
  statement: Statement,
  policy: PolicyDocument,
): string | undefined {
  if (statement.effect === 'Deny') {
    if (isCompleted(policy, statement)) return undefined;
    if (denies(clause)) {
      return 'Requests with long-term access keys say nothing about MFA, so this Deny lets them through. Use BoolIfExists.';
    }
    return isTest(clause, 'Null', 'true') && mfaClauses(statement).length === 1
      ? 'Temporary credentials say about MFA either true or false, so this Deny lets those without MFA through. Use BoolIfExists with "false" instead.'
      : undefined;
  }
  if (statement.effect !== 'Allow' || hasUnknownConditions(statement) || asksForMfa(mfaClauses(statement)))
    return undefined;
  if (isTest(clause, 'Bool', 'true') && clause.operator?.ifExists) {
    return 'Requests with long-term access keys say nothing about MFA, so BoolIfExists allows them without it. Use Bool.';
  }
  if (isTest(clause, 'Bool', 'false') || isTest(clause, 'Null', 'true')) {
    return 'This allows requests without MFA, and none with it. Use Bool with "true" to ask for MFA.';
  }
  return isTest(clause, 'Null', 'false')
    ? 'All temporary credentials say something about MFA, be it true or false, so this allows them without it. Use Bool with "true".'
    : undefined;
}

/**
 * The key is in requests with temporary credentials only, so that a missing key must be thought of.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent
 */
export const unreliableMfaCondition: Check = {
  code: 'UNRELIABLE_MFA_CONDITION',
  type: 'SECURITY_WARNING',
  kinds: 'all',
  concerns: ({ lowerKey }) => lowerKey === mfaPresent,
  presumes: 'statements',
  summary: 'A condition on MFA lets requests without MFA pass.',
  clause(clause, statement, { policy, report }) {
    if (clause.lowerKey !== mfaPresent) return;
    const problem = problemOf(clause, statement, policy);
    if (problem !== undefined) report(clause.keyNode, problem);
  },
};
