import { type Arn, parseArn } from '../../iam/arn';
import { hasWildcard } from '../../iam/wildcard';
import type { ResourcePattern } from '../../model/resource';
import { rememberByText } from '../../remember';

/** The six fields of a resource's ARN; undefined when it has not so many or a variable stands in the first five. */
export function arnFields({ text }: ResourcePattern): Arn | undefined {
  return plainFields(text);
}

/** The same for a text. */
export const plainFields = rememberByText((text: string): Arn | undefined => {
  const arn = parseArn(text);
  const variable = text.indexOf('${');
  return arn && variable >= 0 && variable < arn.starts[5]! ? undefined : arn;
});

/** A field that says one thing: neither empty nor a pattern. */
export function isPlain(field: string): boolean {
  return field !== '' && !hasWildcard(field);
}
