import type { Arn } from '../../iam/arn';
import { hasWildcard } from '../../iam/wildcard';
import type { ResourcePattern } from '../../model/resource';

/** The six fields of a resource's ARN; undefined when it has not so many or a variable stands in the first five. */
export function arnFields(resource: ResourcePattern): Arn | undefined {
  const { arn, text } = resource;
  if (!arn) return undefined;
  const variable = text.indexOf('${');
  return variable >= 0 && variable < arn.starts[5]! ? undefined : arn;
}

/** A field that says one thing: neither empty nor a pattern. */
export function isPlain(field: string): boolean {
  return field !== '' && !hasWildcard(field);
}
