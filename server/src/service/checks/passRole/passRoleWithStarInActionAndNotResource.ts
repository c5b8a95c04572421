import { passRole, delegationCheck } from './delegation';

export const passRoleWithStarInActionAndNotResource = delegationCheck(
  'PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
  passRole,
  { by: 'wildcard', on: 'NotResource' },
  'A wildcard action that includes iam:PassRole, on all resources but some.',
);
