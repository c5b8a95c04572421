import { createServiceLinkedRole, delegationCheck } from './delegation';

export const createSlrWithStarInResourceAndNotAction = delegationCheck(
  'CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION',
  createServiceLinkedRole,
  { by: 'NotAction', on: 'star' },
  'NotAction that leaves iam:CreateServiceLinkedRole allowed, on every resource.',
);
