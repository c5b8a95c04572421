import { allHave } from './formats';
import type { Check } from '../check';

/**
 * Services all of whose resources belong to an account. AWS accepts empty accounts elsewhere, where some resources
 * are its own.
 */
const alwaysOwned: ReadonlySet<string> = new Set([
  'sqs',
  'sns',
  'lambda',
  'dynamodb',
  'kinesis',
  'secretsmanager',
  'states',
]);

export const missingArnAccount: Check = {
  code: 'MISSING_ARN_ACCOUNT',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'An ARN has no account where its resource needs one.',
  resource(resource, _statement, { catalog, report }) {
    const arn = resource.plainArn;
    if (arn?.account !== '' || !alwaysOwned.has(arn.service)) return;
    if (!allHave(resource, 4, catalog)) return;
    report(resource, 'ARNs of this kind of resource have an account: write its 12 digits, or * for all.');
  },
};
