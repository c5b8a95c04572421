import { passRole, delegationCheck } from './delegation';

export const passRoleWithStarInResource = delegationCheck(
  'PASS_ROLE_WITH_STAR_IN_RESOURCE',
  passRole,
  { by: 'name', on: 'star' },
  'iam:PassRole on every resource.',
);
