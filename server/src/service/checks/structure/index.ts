import type { Check } from '../check';
import { dataTypeMismatch } from './dataTypeMismatch';
import { emptySidValue } from './emptySidValue';
import { invalidEffect } from './invalidEffect';
import { invalidPolicyElement } from './invalidPolicyElement';
import { invalidVersion } from './invalidVersion';
import { jsonSyntaxError } from './jsonSyntaxError';
import { missingAction } from './missingAction';
import { missingEffect } from './missingEffect';
import { missingPrincipal } from './missingPrincipal';
import { missingResource } from './missingResource';
import { missingStatement } from './missingStatement';
import { missingVersion } from './missingVersion';
import { uniqueSidsRecommended } from './uniqueSidsRecommended';
import { uniqueSidsRequired } from './uniqueSidsRequired';
import { unsupportedElementCombination } from './unsupportedElementCombination';
import { unsupportedPrincipal } from './unsupportedPrincipal';
import { unsupportedSid } from './unsupportedSid';

export const structureChecks: readonly Check[] = [
  jsonSyntaxError,
  missingStatement,
  invalidPolicyElement,
  dataTypeMismatch,
  invalidVersion,
  missingVersion,
  missingEffect,
  invalidEffect,
  missingAction,
  missingResource,
  missingPrincipal,
  unsupportedElementCombination,
  unsupportedPrincipal,
  unsupportedSid,
  emptySidValue,
  uniqueSidsRequired,
  uniqueSidsRecommended,
];
