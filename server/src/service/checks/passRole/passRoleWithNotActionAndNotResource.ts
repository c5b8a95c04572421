import { passRole, delegationCheck } from './delegation';

export const passRoleWithNotActionAndNotResource = delegationCheck(
  'PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE',
  passRole,
  { by: 'NotAction', on: 'NotResource' },
  'NotAction that leaves iam:PassRole allowed, on all resources but some.',
);
