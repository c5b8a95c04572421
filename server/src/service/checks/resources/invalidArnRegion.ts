import { closest } from '../../iam/closest';
import { partitionOf, partitions, regions } from '../../iam/regions';
import { isPlain } from './arnFields';
import type { Check } from '../check';

export const invalidArnRegion: Check = {
  code: 'INVALID_ARN_REGION',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'The Region of an ARN does not exist, or not in its partition.',
  resource(resource, _statement, { report }) {
    const { region = '', partition = '' } = resource.plainArn ?? {};
    if (!isPlain(region)) return;
    if (!regions.has(region)) {
      const replacements = closest(region, regions).map((found) =>
        resource.text.replace(`:${region}:`, `:${found}:`),
      );
      report(resource, `There is no Region "${region}".`, { data: { replacements } });
    } else if (partitions.has(partition) && partitionOf(region) !== partition) {
      const right = partitionOf(region);
      report(resource, `${region} is a Region of the partition ${right}, not of ${partition}.`, {
        data: { replacements: [resource.text.replace(`arn:${partition}:`, `arn:${right}:`)] },
      });
    }
  },
  partialResource(resource, _statement, { report }) {
    const region = resource.field('region') ?? '';
    if (!/^[\w-]+$/.test(region) || regions.has(region)) return;
    report(resource, `There is no Region "${region}".`);
  },
};
