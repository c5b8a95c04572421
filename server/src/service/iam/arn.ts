import { rememberByText } from '../remember';

/**
 * An Amazon Resource Name, cut at its first five colons.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** All behind the fifth colon; may hold colons and slashes of its own. */
  readonly resource: string;
  /** Start of each of the six fields (`arn` first) in the text. */
  readonly starts: readonly number[];
}

/** The six fields, or undefined when the text has fewer or does not begin with `arn:`. */
export const parseArn = rememberByText((text: string): Arn | undefined => {
  if (!text.startsWith('arn:')) return undefined;
  const starts = [0];
  for (let field = 1; field < 6; field++) {
    const colon = text.indexOf(':', starts[field - 1]);
    if (colon < 0) return undefined;
    starts.push(colon + 1);
  }
  const field = (n: number) => text.slice(starts[n], n === 5 ? text.length : starts[n + 1]! - 1);
  return {
    partition: field(1),
    service: field(2),
    region: field(3),
    account: field(4),
    resource: field(5),
    starts,
  };
});

/**
 * The short form of an ARN that API Gateway takes in the policy of an API.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html
 */
export function isApiPath(text: string): boolean {
  return text.startsWith('execute-api:/');
}
