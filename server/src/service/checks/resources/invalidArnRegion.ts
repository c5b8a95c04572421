import { closest } from '../../iam/closest';
import { regions } from '../../iam/regions';
import { isPlain } from './arnFields';
import type { Check } from '../check';

export const invalidArnRegion: Check = {
  code: 'INVALID_ARN_REGION',
  type: 'ERROR',
  kinds: 'all',
  summary: 'The Region of an ARN does not exist.',
  resource(resource, _statement, { report }) {
    const region = resource.plainArn?.region ?? '';
    if (!isPlain(region) || regions.has(region)) return;
    const replacements = closest(region, regions).map((found) =>
      resource.text.replace(`:${region}:`, `:${found}:`),
    );
    report(resource, `There is no Region "${region}".`, { data: { replacements } });
  },
};
