import type { Check } from '../check';
import { policySizeExceedsRcpQuota } from './policySizeExceedsRcpQuota';
import { policySizeExceedsScpQuota } from './policySizeExceedsScpQuota';
import { rcpMissingRelatedPrincipalConditionKey } from './rcpMissingRelatedPrincipalConditionKey';
import { rcpMissingRelatedServicePrincipalConditionKey } from './rcpMissingRelatedServicePrincipalConditionKey';
import { rcpMissingServiceConditionKeyNullCheck } from './rcpMissingServiceConditionKeyNullCheck';
import { rcpSyntaxErrorAction } from './rcpSyntaxErrorAction';
import { rcpSyntaxErrorAllow } from './rcpSyntaxErrorAllow';
import { rcpSyntaxErrorNotaction } from './rcpSyntaxErrorNotaction';
import { rcpSyntaxErrorPrincipal } from './rcpSyntaxErrorPrincipal';
import { scpSyntaxErrorPrincipal } from './scpSyntaxErrorPrincipal';

export const organizationChecks: readonly Check[] = [
  scpSyntaxErrorPrincipal,
  policySizeExceedsScpQuota,
  policySizeExceedsRcpQuota,
  rcpSyntaxErrorPrincipal,
  rcpSyntaxErrorAllow,
  rcpSyntaxErrorNotaction,
  rcpSyntaxErrorAction,
  rcpMissingRelatedPrincipalConditionKey,
  rcpMissingRelatedServicePrincipalConditionKey,
  rcpMissingServiceConditionKeyNullCheck,
];
