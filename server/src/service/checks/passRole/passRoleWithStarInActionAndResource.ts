import { passRole, delegationCheck } from './delegation';

export const passRoleWithStarInActionAndResource = delegationCheck(
  'PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE',
  passRole,
  { by: 'wildcard', on: 'star' },
  'A wildcard action that includes iam:PassRole, on every resource.',
);
