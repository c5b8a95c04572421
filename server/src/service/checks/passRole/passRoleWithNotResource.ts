import { passRole, delegationCheck } from './delegation';

export const passRoleWithNotResource = delegationCheck(
  'PASS_ROLE_WITH_NOT_RESOURCE',
  passRole,
  { by: 'name', on: 'NotResource' },
  'iam:PassRole on all resources but some.',
);
