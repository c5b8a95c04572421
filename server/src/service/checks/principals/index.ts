import type { Check } from '../check';
import { allowWithNotPrincipal } from './allowWithNotPrincipal';
import { federatedPrincipalNotSupported } from './federatedPrincipalNotSupported';
import { invalidPrincipalFormat } from './invalidPrincipalFormat';
import { invalidPrincipalKey } from './invalidPrincipalKey';
import { invalidRoleReference } from './invalidRoleReference';
import { invalidServicePrincipalFormat } from './invalidServicePrincipalFormat';
import { invalidUserReference } from './invalidUserReference';
import { recommendedConditionKeyForServicePrincipal } from './recommendedConditionKeyForServicePrincipal';
import { restrictAccessToServicePrincipal } from './restrictAccessToServicePrincipal';
import { unknownServicePrincipal } from './unknownServicePrincipal';
import { unsupportedConditionKeyForServicePrincipal } from './unsupportedConditionKeyForServicePrincipal';
import { unsupportedWildcardInPrincipal } from './unsupportedWildcardInPrincipal';

export const principalChecks: readonly Check[] = [
  invalidPrincipalFormat,
  invalidPrincipalKey,
  unsupportedWildcardInPrincipal,
  invalidRoleReference,
  invalidUserReference,
  invalidServicePrincipalFormat,
  federatedPrincipalNotSupported,
  allowWithNotPrincipal,
  restrictAccessToServicePrincipal,
  recommendedConditionKeyForServicePrincipal,
  unsupportedConditionKeyForServicePrincipal,
  unknownServicePrincipal,
];
