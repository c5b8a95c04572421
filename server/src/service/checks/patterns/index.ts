import type { Check } from '../check';
import { equivalentToNullFalse } from './equivalentToNullFalse';
import { equivalentToNullTrue } from './equivalentToNullTrue';
import { redundantKeyDueToWildcardInCondition } from './redundantKeyDueToWildcardInCondition';
import { redundantStatementDueToWildcardInCondition } from './redundantStatementDueToWildcardInCondition';
import { variableUsageTooPermissive } from './variableUsageTooPermissive';
import { wildcardUsageTooPermissive } from './wildcardUsageTooPermissive';
import { wildcardWithoutLikeOperator } from './wildcardWithoutLikeOperator';

/** Checks of `*`, `?` and policy variables in values of conditions. */
export const patternChecks: readonly Check[] = [
  wildcardWithoutLikeOperator,
  equivalentToNullFalse,
  equivalentToNullTrue,
  redundantKeyDueToWildcardInCondition,
  redundantStatementDueToWildcardInCondition,
  wildcardUsageTooPermissive,
  variableUsageTooPermissive,
];
