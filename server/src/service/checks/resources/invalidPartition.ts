import { partitions } from '../../iam/regions';
import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';

function replaced(text: string, partition: string): string {
  return `arn:aws${text.slice('arn:'.length + partition.length)}`;
}

export const invalidPartition: Check = {
  code: 'INVALID_PARTITION',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'The partition of an ARN does not exist.',
  resource(resource, _statement, { report }) {
    const arn = resource.plainArn;
    if (!arn || hasWildcard(arn.partition) || partitions.has(arn.partition)) return;
    report(
      resource,
      `There is no partition "${arn.partition}": write aws, aws-cn, aws-us-gov or another one.`,
      {
        data: { replacements: [replaced(resource.text, arn.partition)] },
      },
    );
  },
  partialResource(resource, _statement, { report }) {
    const partition = resource.field('partition');
    if (partition === undefined || !/^[\w-]+$/.test(partition) || partitions.has(partition)) return;
    report(resource, `There is no partition "${partition}": write aws, aws-cn, aws-us-gov or another one.`);
  },
};
