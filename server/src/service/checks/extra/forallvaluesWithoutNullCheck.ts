import { findConditionKey } from '../../catalog/findConditionKey';
import type { ConditionClause } from '../../model/condition';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';

/** Another condition of the statement makes sure that the request has the key. */
function isPresenceTested(key: string, { conditionClauses }: Statement): boolean {
  return conditionClauses.some(
    ({ lowerKey, operator, values }) =>
      lowerKey === key &&
      (operator?.set === 'ForAnyValue' ||
        (operator?.family === 'Null' && values.some((value) => 'text' in value && value.text === 'false'))),
  );
}

/** A request without tag keys sets no tags, so there is nothing to forbid. */
function isHarmlessWhenAbsent({ lowerKey }: ConditionClause): boolean {
  return lowerKey.endsWith(':tagkeys');
}

/**
 * ForAllValues holds for an empty set, so that a request without the key is allowed too.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export const forallvaluesWithoutNullCheck: Check = {
  code: 'FORALLVALUES_WITHOUT_NULL_CHECK',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: 'all',
  concerns: ({ operator }) => operator?.set === 'ForAllValues',
  presumes: 'conditions',
  summary: 'An Allow with ForAllValues also allows requests without the key.',
  clause(clause, statement, { catalog, report }) {
    const { operator, lowerKey, key, keyNode } = clause;
    if (operator?.set !== 'ForAllValues' || operator.family === 'Null' || statement.effect !== 'Allow')
      return;
    if (isHarmlessWhenAbsent(clause) || isPresenceTested(lowerKey, statement)) return;
    // For a key with a single value there is a graver finding.
    if (!findConditionKey(catalog, key)?.multivalued) return;
    report(
      keyNode,
      `Requests without ${key} are allowed as well. Add "Null": { "${key}": "false" } unless that is meant.`,
    );
  },
};
