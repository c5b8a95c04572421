import type { Check } from '../check';
import { deprecatedGlobalConditionKey } from './deprecatedGlobalConditionKey';
import { duplicateKeysWithDifferentCase } from './duplicateKeysWithDifferentCase';
import { forallvaluesWithSingleValuedKey } from './forallvaluesWithSingleValuedKey';
import { invalidConditionDataType } from './invalidConditionDataType';
import { invalidConditionKeyFormat } from './invalidConditionKeyFormat';
import { invalidConditionMultipleBoolean } from './invalidConditionMultipleBoolean';
import { invalidConditionOperator } from './invalidConditionOperator';
import { invalidGlobalConditionKey } from './invalidGlobalConditionKey';
import { invalidServiceConditionKey } from './invalidServiceConditionKey';
import { missingQualifier } from './missingQualifier';
import { missingTagKeyInCondition } from './missingTagKeyInCondition';
import { nullWithIfExists } from './nullWithIfExists';
import { nullWithQualifier } from './nullWithQualifier';
import { unsupportedGlobalConditionKey } from './unsupportedGlobalConditionKey';

export const operatorChecks: readonly Check[] = [
  invalidConditionOperator,
  nullWithIfExists,
  nullWithQualifier,
  invalidConditionKeyFormat,
  duplicateKeysWithDifferentCase,
  invalidConditionDataType,
  invalidConditionMultipleBoolean,
  invalidGlobalConditionKey,
  missingTagKeyInCondition,
  invalidServiceConditionKey,
  unsupportedGlobalConditionKey,
  deprecatedGlobalConditionKey,
  missingQualifier,
  forallvaluesWithSingleValuedKey,
];
