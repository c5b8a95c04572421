import type { Check } from '../check';
import { typeMismatchBoolean } from './typeMismatchBoolean';
import { typeMismatchDate } from './typeMismatchDate';
import { typeMismatchIpRange } from './typeMismatchIpRange';
import { typeMismatchNumber } from './typeMismatchNumber';
import { wildcardWithoutLikeOperator } from './wildcardWithoutLikeOperator';

export const valueChecks: readonly Check[] = [
  typeMismatchBoolean,
  typeMismatchNumber,
  typeMismatchDate,
  typeMismatchIpRange,
  wildcardWithoutLikeOperator,
];
