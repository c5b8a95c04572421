import { isPlain } from './arnFields';
import { allHave } from './formats';
import type { Check } from '../check';

export const missingArnRegion: Check = {
  code: 'MISSING_ARN_REGION',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'An ARN has no Region where its resource needs one.',
  resource(resource, _statement, { catalog, report }) {
    const arn = resource.plainArn;
    if (arn?.region !== '' || !isPlain(arn.service)) return;
    if (!allHave(resource, 3, catalog)) return;
    report(resource, 'ARNs of this kind of resource have a Region: name it, or write * for all.');
  },
};
