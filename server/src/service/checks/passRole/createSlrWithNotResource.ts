import { createServiceLinkedRole, delegationCheck } from './delegation';

export const createSlrWithNotResource = delegationCheck(
  'CREATE_SLR_WITH_NOT_RESOURCE',
  createServiceLinkedRole,
  { by: 'name', on: 'NotResource' },
  'iam:CreateServiceLinkedRole on all resources but some.',
);
