import { closest } from '../../iam/closest';
import { matchingFormats, stemOf } from './formats';
import { impossibleBucket } from './impossibleBucket';
import type { Check } from '../check';

/**
 * Services whose kinds of resource the reference has all, so that another one is a mistake unless it is newer than our
 * data. Of other services AWS's own policies name kinds that it lacks.
 */
const complete: ReadonlySet<string> = new Set(
  `acm athena batch codebuild cognito-idp dynamodb ec2 ecr ecs eks elasticache elasticfilesystem events
firehose iam kinesis kms lambda rds route53 ssm states`.split(/\s+/),
);

export const invalidArnResource: Check = {
  code: 'INVALID_ARN_RESOURCE',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'The resource part of an ARN fits no resource of the service.',
  resource(resource, _statement, { catalog, report }) {
    const mistake = resource.plainArn && impossibleBucket(resource.plainArn);
    if (mistake) {
      const before = resource.text.slice(0, resource.plainArn.starts[5]);
      return report(resource, mistake.message, {
        data: { replacements: mistake.replacements.map((meant) => before + meant) },
      });
    }
    const matching = matchingFormats(resource, catalog);
    if (!matching?.stems || matching.formats.length > 0) return;
    const { service, resource: part } = matching.arn;
    // The reference lacks kinds of resource that AWS still takes, so only a misspelt kind is surely an error.
    const stem = stemOf(part);
    if (stem === undefined || matching.stems.has(stem)) return;
    const [meant] = closest(stem, matching.stems);
    const name = catalog.serviceName(service) ?? service;
    if (meant === undefined) {
      if (!complete.has(service)) return;
      return report(resource, `${name} has no kind of resource "${stem}" that we know.`, {
        severity: 'warning',
      });
    }
    report(resource, `${name} has no kind of resource "${stem}". Did you mean "${meant}"?`, {
      data: { replacements: [resource.text.replace(part, meant + part.slice(stem.length))] },
    });
  },
};
