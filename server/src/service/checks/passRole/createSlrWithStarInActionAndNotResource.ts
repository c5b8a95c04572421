import { createServiceLinkedRole, delegationCheck } from './delegation';

export const createSlrWithStarInActionAndNotResource = delegationCheck(
  'CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE',
  createServiceLinkedRole,
  { by: 'wildcard', on: 'NotResource' },
  'A wildcard action that includes iam:CreateServiceLinkedRole, on all resources but some.',
);
