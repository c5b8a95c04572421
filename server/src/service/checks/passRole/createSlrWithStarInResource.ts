import { createServiceLinkedRole, delegationCheck } from './delegation';

export const createSlrWithStarInResource = delegationCheck(
  'CREATE_SLR_WITH_STAR_IN_RESOURCE',
  createServiceLinkedRole,
  { by: 'name', on: 'star' },
  'iam:CreateServiceLinkedRole on every resource.',
);
