import type { Check } from '../check';
import { invalidDateValue } from './invalidDateValue';
import { invalidKmsKeyValue } from './invalidKmsKeyValue';
import { invalidRegion } from './invalidRegion';
import { invalidVpceFormat } from './invalidVpceFormat';
import { invalidVpcFormat } from './invalidVpcFormat';
import { redundantConditionValueNum } from './redundantConditionValueNum';
import { stringLikeOperatorWithArnConditionKeys } from './stringLikeOperatorWithArnConditionKeys';
import { typeMismatch } from './typeMismatch';
import { typeMismatchBoolean } from './typeMismatchBoolean';
import { typeMismatchDate } from './typeMismatchDate';
import { typeMismatchIpRange } from './typeMismatchIpRange';
import { typeMismatchNumber } from './typeMismatchNumber';
import { typeMismatchString } from './typeMismatchString';

export const valueChecks: readonly Check[] = [
  typeMismatch,
  stringLikeOperatorWithArnConditionKeys,
  typeMismatchBoolean,
  typeMismatchNumber,
  typeMismatchDate,
  invalidDateValue,
  typeMismatchString,
  typeMismatchIpRange,
  redundantConditionValueNum,
  invalidRegion,
  invalidVpcFormat,
  invalidVpceFormat,
  invalidKmsKeyValue,
];
