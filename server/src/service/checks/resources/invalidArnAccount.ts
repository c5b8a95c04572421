import { isPlain } from './arnFields';
import type { Check } from '../check';

export const invalidArnAccount: Check = {
  code: 'INVALID_ARN_ACCOUNT',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'The account of an ARN is not 12 digits.',
  resource(resource, _statement, { report }) {
    const account = resource.plainArn?.account ?? '';
    if (!isPlain(account) || account === 'aws' || /^\d{12}$/.test(account)) return;
    report(resource, `An account id has 12 digits; "${account}" is none.`);
  },
  partialResource(resource, _statement, { report }) {
    const account = resource.field('account') ?? '';
    if (!/^\d+$/.test(account) || account.length === 12) return;
    report(resource, `An account id has 12 digits; "${account}" is none.`);
  },
};
