import type { Check } from '../check';
import { allowNotactionWithUnsupportedTagConditionKeyForService } from './allowNotactionWithUnsupportedTagConditionKeyForService';
import { allowWithUnsupportedTagConditionKeyForService } from './allowWithUnsupportedTagConditionKeyForService';
import { conditionKeyNotSupportedByActions } from './conditionKeyNotSupportedByActions';
import { denyNotactionWithUnsupportedTagConditionKeyForService } from './denyNotactionWithUnsupportedTagConditionKeyForService';
import { denyWithUnsupportedTagConditionKeyForService } from './denyWithUnsupportedTagConditionKeyForService';
import { dynamodbAttributesWithoutSelect } from './dynamodbAttributesWithoutSelect';
import { irrelevantConditionKeyInPolicy } from './irrelevantConditionKeyInPolicy';
import { missingActionForConditionKey } from './missingActionForConditionKey';
import { missingPairedConditionKeys } from './missingPairedConditionKeys';
import { s3PrefixInNegativeContext } from './s3PrefixInNegativeContext';
import { unsupportedActionForConditionKey } from './unsupportedActionForConditionKey';
import { untrustworthyConditionKey } from './untrustworthyConditionKey';
import { useConditionKeyOnlyWithSupportedServices } from './useConditionKeyOnlyWithSupportedServices';

/** Checks of what a condition key applies to, and of what it is worth there. */
export const keyChecks: readonly Check[] = [
  untrustworthyConditionKey,
  missingPairedConditionKeys,
  unsupportedActionForConditionKey,
  missingActionForConditionKey,
  conditionKeyNotSupportedByActions,
  allowWithUnsupportedTagConditionKeyForService,
  denyWithUnsupportedTagConditionKeyForService,
  allowNotactionWithUnsupportedTagConditionKeyForService,
  denyNotactionWithUnsupportedTagConditionKeyForService,
  useConditionKeyOnlyWithSupportedServices,
  irrelevantConditionKeyInPolicy,
  dynamodbAttributesWithoutSelect,
  s3PrefixInNegativeContext,
];
