import { passRole, delegationCheck } from './delegation';

export const passRoleWithStarInResourceAndNotAction = delegationCheck(
  'PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
  passRole,
  { by: 'NotAction', on: 'star' },
  'NotAction that leaves iam:PassRole allowed, on every resource.',
);
