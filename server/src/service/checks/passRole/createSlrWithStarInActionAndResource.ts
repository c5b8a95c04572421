import { createServiceLinkedRole, delegationCheck } from './delegation';

export const createSlrWithStarInActionAndResource = delegationCheck(
  'CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE',
  createServiceLinkedRole,
  { by: 'wildcard', on: 'star' },
  'A wildcard action that includes iam:CreateServiceLinkedRole, on every resource.',
);
