import type { ResourcePattern } from '../../model/resource';
import type { Check, CheckContext } from '../check';
import { type BucketMistake, impossibleBucket } from './impossibleBucket';
import { unknownKind } from './resourceKinds';

function reportBucket(
  { text, arn, node }: ResourcePattern,
  { message, replacements }: BucketMistake,
  { report }: CheckContext,
): void {
  const before = text.slice(0, arn!.starts[5]);
  report(node, message, { data: { replacements: replacements.map((meant) => before + meant) } });
}

export const invalidArnResource: Check = {
  code: 'INVALID_ARN_RESOURCE',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'The resource part of an ARN fits no resource of the service.',
  resource(resource, _statement, context) {
    const mistake = resource.plainArn && impossibleBucket(resource.plainArn);
    if (mistake) return reportBucket(resource, mistake, context);
    const unknown = unknownKind(resource, context.catalog);
    // Where AWS takes more kinds than the reference has, only a misspelt one is surely an error, if that.
    if (!unknown || unknown.reference === 'incomplete') return;
    const { kind, service, meant, replacement, reference } = unknown;
    if (meant !== undefined) {
      context.report(resource, `${service} has no kind of resource "${kind}". Did you mean "${meant}"?`, {
        data: { replacements: [replacement!] },
      });
    } else if (reference === 'complete') {
      const message = `${service} has no kind of resource "${kind}" that we know.`;
      context.report(resource, message, { severity: 'warning' });
    }
  },
};
