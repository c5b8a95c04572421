import { arnFields, isPlain } from './arnFields';
import { allHave, matchingFormats } from './formats';
import type { Check } from '../check';

export const missingArnRegion: Check = {
  code: 'MISSING_ARN_REGION',
  type: 'ERROR',
  kinds: 'all',
  summary: 'An ARN has no Region where its resource needs one.',
  resource(resource, _statement, { catalog, report }) {
    const arn = arnFields(resource);
    if (arn?.region !== '' || !isPlain(arn.service)) return;
    const matching = matchingFormats(resource, catalog);
    if (!matching || matching.formats.length === 0 || !allHave(matching.formats, 3)) return;
    report(resource, 'ARNs of this kind of resource have a Region: name it, or write * for all.');
  },
};
