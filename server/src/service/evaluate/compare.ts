import { contains, parseIpRange } from '../iam/ipRange';
import type { BaseOperator, OperatorFamily } from '../iam/operators';
import { matchesWildcard } from '../iam/wildcard';
import { literalQuestion, literalStar } from './resolve';
import { type Ternary, ternary } from './ternary';

/**
 * Whether a value of the request is equal (like, less …) to one of the policy, as the operator without its `Not`
 * compares. Unknown when the policy's value is none of the operator's type, on which AWS's pages are silent.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function compare(operator: BaseOperator, given: string, wanted: string): Ternary {
  return comparers[operator.family](given, wanted, operator);
}

type Comparer = (given: string, wanted: string, operator: BaseOperator) => Ternary;

const comparers: Record<OperatorFamily, Comparer> = {
  String: (given, wanted, { name, patterns }) => {
    if (patterns) return ternary(isLike(given, wanted));
    const plain = withoutMarks(wanted);
    return ternary(
      name.endsWith('IgnoreCase') ? given.toLowerCase() === plain.toLowerCase() : given === plain,
    );
  },
  Arn: (given, wanted) => ternary(isLikeArn(given, wanted)),
  Bool: (given, wanted) => ternary(given.toLowerCase() === wanted.toLowerCase()),
  Binary: (given, wanted) => ternary(given === wanted),
  Numeric: (given, wanted, { name }) => order(Number(given), Number(wanted), name),
  Date: (given, wanted, { name }) => order(timeOf(given), timeOf(wanted), name),
  IpAddress: (given, wanted) => {
    const [address, range] = [parseIpRange(given), parseIpRange(wanted)];
    return range === undefined ? 'unknown' : ternary(address !== undefined && contains(range, address));
  },
  Null: () => 'unknown',
};

function isLike(given: string, pattern: string): boolean {
  return matchesWildcard(pattern, given.replaceAll('*', literalStar).replaceAll('?', literalQuestion));
}

function withoutMarks(text: string): string {
  return text.replaceAll(literalStar, '*').replaceAll(literalQuestion, '?');
}

/** Each of the six fields is compared by itself: a `*` does not run across colons. */
function isLikeArn(given: string, wanted: string): boolean {
  const [fields, patterns] = [fieldsOf(given), fieldsOf(wanted)];
  return fields.length === patterns.length && fields.every((field, at) => isLike(field, patterns[at] ?? ''));
}

function fieldsOf(arn: string): string[] {
  const fields = arn.split(':');
  return [...fields.slice(0, 5), fields.slice(5).join(':')];
}

function order(given: number, wanted: number, name: string): Ternary {
  if (Number.isNaN(wanted)) return 'unknown';
  if (name.endsWith('LessThan')) return ternary(given < wanted);
  if (name.endsWith('LessThanEquals')) return ternary(given <= wanted);
  if (name.endsWith('GreaterThan')) return ternary(given > wanted);
  if (name.endsWith('GreaterThanEquals')) return ternary(given >= wanted);
  return ternary(given === wanted);
}

/** Milliseconds since 1970 of an ISO 8601 date, or of seconds since then. */
function timeOf(text: string): number {
  return /^\d+(\.\d+)?$/.test(text) && text.length !== 4 ? Number(text) * 1000 : Date.parse(text);
}
