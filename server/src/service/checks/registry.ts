import { actionChecks } from './actions';
import { addressChecks } from './addresses';
import type { Check } from './check';
import { coverageChecks } from './coverage';
import { emptyChecks } from './empty';
import { extraChecks } from './extra';
import { keyChecks } from './keys';
import { operatorChecks } from './operators';
import { organizationChecks } from './organizations';
import { passRoleChecks } from './passRole';
import { patternChecks } from './patterns';
import { principalChecks } from './principals';
import { quotaChecks } from './quotas';
import { resourceChecks } from './resources';
import { securityChecks } from './security';
import { structureChecks } from './structure';
import { templateChecks } from './template/checks';
import { trustChecks } from './trust';
import { valueChecks } from './values';
import { variableChecks } from './variables';

/** Every check there is; each has a page in docs/checks and fixtures of its own. */
export const allChecks: readonly Check[] = [
  ...structureChecks,
  ...emptyChecks,
  ...actionChecks,
  ...passRoleChecks,
  ...resourceChecks,
  ...principalChecks,
  ...trustChecks,
  ...operatorChecks,
  ...valueChecks,
  ...addressChecks,
  ...patternChecks,
  ...keyChecks,
  ...variableChecks,
  ...organizationChecks,
  ...quotaChecks,
  ...extraChecks,
  ...securityChecks,
  ...coverageChecks,
  ...templateChecks,
];
