import type { Check } from '../check';
import { bucketPolicyEscalation } from './bucketPolicyEscalation';
import { crossAccountTrustWithoutExternalId } from './crossAccountTrustWithoutExternalId';
import { credentialsExposure } from './credentialsExposure';
import { fullAdministratorAccess } from './fullAdministratorAccess';
import { missingAudienceCondition } from './missingAudienceCondition';
import { missingConfusedDeputyCondition } from './missingConfusedDeputyCondition';
import { missingSamlAudienceCondition } from './missingSamlAudienceCondition';
import { missingSubjectCondition } from './missingSubjectCondition';
import { passRoleToEveryRole } from './passRoleToEveryRole';
import { permissionsManagementOnAllResources } from './permissionsManagementOnAllResources';
import { privilegeEscalation } from './privilegeEscalation';
import { publicPrincipal } from './publicPrincipal';
import { shadowedStatement } from './shadowedStatement';
import { statementOverruledByDeny } from './statementOverruledByDeny';
import { writeOnAllResources } from './writeOnAllResources';
import { writeWildcardOnAllResources } from './writeWildcardOnAllResources';

/** Checks of harm that AWS's own validator does not speak of; most are information. */
export const securityChecks: readonly Check[] = [
  fullAdministratorAccess,
  writeWildcardOnAllResources,
  writeOnAllResources,
  passRoleToEveryRole,
  privilegeEscalation,
  bucketPolicyEscalation,
  credentialsExposure,
  permissionsManagementOnAllResources,
  publicPrincipal,
  crossAccountTrustWithoutExternalId,
  missingConfusedDeputyCondition,
  missingSubjectCondition,
  missingAudienceCondition,
  missingSamlAudienceCondition,
  shadowedStatement,
  statementOverruledByDeny,
];
