import { isPlain } from './arnFields';
import { noneHas } from './formats';
import type { Check } from '../check';

export const arnRegionNotAllowed: Check = {
  code: 'ARN_REGION_NOT_ALLOWED',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'An ARN has a Region where its resource has none.',
  resource(resource, _statement, { catalog, report }) {
    const region = resource.plainArn?.region ?? '';
    if (!isPlain(region)) return;
    if (!noneHas(resource, 3, catalog)) return;
    report(resource, `ARNs of this kind of resource have no Region: leave out "${region}".`, {
      data: { replacements: [resource.text.replace(`:${region}:`, '::')] },
    });
  },
};
