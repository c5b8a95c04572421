import { rememberByText } from '../remember';

/**
 * Condition operators.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export type OperatorFamily = 'String' | 'Numeric' | 'Date' | 'Bool' | 'Binary' | 'IpAddress' | 'Arn' | 'Null';

export interface BaseOperator {
  /** As AWS spells it, without set prefix and `IfExists`. */
  readonly name: string;
  readonly family: OperatorFamily;
  /** True for the `Not` operators: they also match when the key is absent. */
  readonly negated: boolean;
  /** `*` and `?` in values are patterns. */
  readonly patterns: boolean;
}

export interface ConditionOperator extends BaseOperator {
  readonly set: 'ForAllValues' | 'ForAnyValue' | undefined;
  readonly ifExists: boolean;
}

/**
 * Whether the condition is false when the request lacks the key: so with positive operators, and with
 * `Null` only where a value says so.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function failsWithoutKey({ family, negated, ifExists, set }: ConditionOperator): boolean {
  if (family === 'Null' || ifExists || set === 'ForAllValues') return false;
  return !negated || set === 'ForAnyValue';
}

const operator = (
  name: string,
  family: OperatorFamily,
  options: { negated?: boolean; patterns?: boolean } = {},
): BaseOperator => ({
  name,
  family,
  negated: options.negated ?? false,
  patterns: options.patterns ?? false,
});

const negated = true;
const patterns = true;

export const baseOperators: readonly BaseOperator[] = [
  operator('StringEquals', 'String'),
  operator('StringNotEquals', 'String', { negated }),
  operator('StringEqualsIgnoreCase', 'String'),
  operator('StringNotEqualsIgnoreCase', 'String', { negated }),
  operator('StringLike', 'String', { patterns }),
  operator('StringNotLike', 'String', { negated, patterns }),
  operator('NumericEquals', 'Numeric'),
  operator('NumericNotEquals', 'Numeric', { negated }),
  operator('NumericLessThan', 'Numeric'),
  operator('NumericLessThanEquals', 'Numeric'),
  operator('NumericGreaterThan', 'Numeric'),
  operator('NumericGreaterThanEquals', 'Numeric'),
  operator('DateEquals', 'Date'),
  operator('DateNotEquals', 'Date', { negated }),
  operator('DateLessThan', 'Date'),
  operator('DateLessThanEquals', 'Date'),
  operator('DateGreaterThan', 'Date'),
  operator('DateGreaterThanEquals', 'Date'),
  operator('Bool', 'Bool'),
  operator('BinaryEquals', 'Binary'),
  operator('IpAddress', 'IpAddress'),
  operator('NotIpAddress', 'IpAddress', { negated }),
  operator('ArnEquals', 'Arn', { patterns }),
  operator('ArnLike', 'Arn', { patterns }),
  operator('ArnNotEquals', 'Arn', { negated, patterns }),
  operator('ArnNotLike', 'Arn', { negated, patterns }),
  operator('Null', 'Null'),
];

const byLowerName = new Map(baseOperators.map((base) => [base.name.toLowerCase(), base]));
/** The operator a condition names, in any case; undefined when there is no such operator. */
export const parseOperator = rememberByText((text) => parse(text.toLowerCase()), 500);

function parse(lower: string): ConditionOperator | undefined {
  const colon = lower.indexOf(':');
  const set = colon < 0 ? undefined : setPrefix(lower.slice(0, colon));
  if (colon >= 0 && !set) return undefined;
  const rest = lower.slice(colon + 1);
  const ifExists = rest.endsWith('ifexists');
  const base = byLowerName.get(ifExists ? rest.slice(0, -'ifexists'.length) : rest);
  return base && { ...base, set, ifExists };
}

function setPrefix(lower: string): ConditionOperator['set'] {
  if (lower === 'forallvalues') return 'ForAllValues';
  return lower === 'foranyvalue' ? 'ForAnyValue' : undefined;
}
