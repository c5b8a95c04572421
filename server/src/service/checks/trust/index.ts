import type { Check } from '../check';
import { confirmAudienceClaimType } from './confirmAudienceClaimType';
import { foranyvalueWithAudienceClaimType } from './foranyvalueWithAudienceClaimType';
import { invalidFederatedPrincipalSyntaxInRoleTrustPolicy } from './invalidFederatedPrincipalSyntaxInRoleTrustPolicy';
import { mismatchedActionForPrincipal } from './mismatchedActionForPrincipal';
import { missingActionForRolesAnywhereTrustPolicy } from './missingActionForRolesAnywhereTrustPolicy';
import { missingConditionKeyForOidcPrincipal } from './missingConditionKeyForOidcPrincipal';
import { missingGithubRepoConditionKey } from './missingGithubRepoConditionKey';
import { redundantPrincipalInRoleTrustPolicy } from './redundantPrincipalInRoleTrustPolicy';
import { roleTrustPolicySyntaxErrorNotprincipal } from './roleTrustPolicySyntaxErrorNotprincipal';
import { roleTrustPolicySyntaxErrorResource } from './roleTrustPolicySyntaxErrorResource';
import { roleTrustPolicyUnsupportedWildcardInPrincipal } from './roleTrustPolicyUnsupportedWildcardInPrincipal';
import { specificGithubRepoAndBranchRecommended } from './specificGithubRepoAndBranchRecommended';
import { trustPolicyActionNotSts } from './trustPolicyActionNotSts';

export const trustChecks: readonly Check[] = [
  roleTrustPolicySyntaxErrorNotprincipal,
  roleTrustPolicySyntaxErrorResource,
  roleTrustPolicyUnsupportedWildcardInPrincipal,
  invalidFederatedPrincipalSyntaxInRoleTrustPolicy,
  mismatchedActionForPrincipal,
  trustPolicyActionNotSts,
  missingActionForRolesAnywhereTrustPolicy,
  missingConditionKeyForOidcPrincipal,
  missingGithubRepoConditionKey,
  specificGithubRepoAndBranchRecommended,
  foranyvalueWithAudienceClaimType,
  confirmAudienceClaimType,
  redundantPrincipalInRoleTrustPolicy,
];
