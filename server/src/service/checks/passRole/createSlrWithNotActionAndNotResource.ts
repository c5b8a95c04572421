import { createServiceLinkedRole, delegationCheck } from './delegation';

export const createSlrWithNotActionAndNotResource = delegationCheck(
  'CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE',
  createServiceLinkedRole,
  { by: 'NotAction', on: 'NotResource' },
  'NotAction that leaves iam:CreateServiceLinkedRole allowed, on all resources but some.',
);
