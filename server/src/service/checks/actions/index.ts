import type { Check } from '../check';
import { invalidAction } from './invalidAction';
import { invalidServiceInAction } from './invalidServiceInAction';
import { redundantAction } from './redundantAction';
import { redundantResource } from './redundantResource';
import { redundantStatement } from './redundantStatement';
import { unsupportedActionInPolicy } from './unsupportedActionInPolicy';
import { unsupportedResourceArnInPolicy } from './unsupportedResourceArnInPolicy';
import { wildcardInServiceName } from './wildcardInServiceName';

export const actionChecks: readonly Check[] = [
  invalidAction,
  invalidServiceInAction,
  wildcardInServiceName,
  redundantAction,
  redundantResource,
  redundantStatement,
  unsupportedActionInPolicy,
  unsupportedResourceArnInPolicy,
];
