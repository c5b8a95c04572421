import { noneHas } from './formats';
import type { Check } from '../check';

export const arnAccountNotAllowed: Check = {
  code: 'ARN_ACCOUNT_NOT_ALLOWED',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'An ARN has an account where its resource has none.',
  resource(resource, _statement, { catalog, report }) {
    const account = resource.plainArn?.account ?? '';
    if (!/^\d{12}$/.test(account)) return;
    if (!noneHas(resource, 4, catalog)) return;
    report(resource, `ARNs of this kind of resource have no account: leave out "${account}".`, {
      data: { replacements: [resource.text.replace(`:${account}:`, '::')] },
    });
  },
};
