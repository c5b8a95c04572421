import { closest } from '../../iam/closest';
import type { Catalog } from '../../catalog/catalog';
import type { ResourcePattern } from '../../model/resource';
import { matchingFormats, stemOf } from './formats';

/**
 * Services whose kinds of resource the reference has all, so that another one is a mistake unless it is newer than our
 * data.
 */
const complete: ReadonlySet<string> = new Set(
  `acm athena batch codebuild cognito-idp dynamodb ec2 ecr ecs eks elasticache elasticfilesystem events
firehose iam kinesis kms lambda rds route53 ssm states`.split(/\s+/),
);

/**
 * Services of which AWS's own policies name kinds that the reference lacks, some of them much like those it has:
 * connector-profile of Amazon AppFlow, endpointconfig of Amazon SageMaker.
 */
const incomplete: ReadonlySet<string> = new Set(
  'appflow cloudformation redshift-serverless sagemaker securityagent waf waf-regional'.split(' '),
);

/** A kind of resource that the reference does not have: `rolle` in `arn:aws:iam::111122223333:rolle/app`. */
export interface UnknownKind {
  readonly kind: string;
  /** What the service is called. */
  readonly service: string;
  /** The kind it resembles. */
  readonly meant: string | undefined;
  /** What the ARN would be with that kind. */
  readonly replacement: string | undefined;
  /** How much the reference can be relied on. */
  readonly reference: 'complete' | 'usual' | 'incomplete';
}

/** The kind in a resource's ARN where the reference does not have it. */
export function unknownKind(resource: ResourcePattern, catalog: Catalog): UnknownKind | undefined {
  const matching = matchingFormats(resource, catalog);
  if (!matching?.stems || matching.formats.length > 0) return undefined;
  const { service, resource: part } = matching.arn;
  const kind = stemOf(part);
  if (kind === undefined || matching.stems.has(kind)) return undefined;
  const [meant] = closest(kind, matching.stems);
  return {
    kind,
    service: catalog.serviceName(service) ?? service,
    meant,
    replacement: meant && resource.text.replace(part, meant + part.slice(kind.length)),
    reference: complete.has(service) ? 'complete' : incomplete.has(service) ? 'incomplete' : 'usual',
  };
}
