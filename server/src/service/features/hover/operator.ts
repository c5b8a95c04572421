import {
  type ConditionOperator,
  failsWithoutKey,
  type OperatorFamily,
  parseOperator,
} from '../../iam/operators';
import { guide, paragraphs } from './markdown';

const compares: Record<OperatorFamily, string> = {
  String: 'texts, upper and lower case told apart',
  Numeric: 'numbers',
  Date: 'dates and times (ISO 8601, or seconds since 1970)',
  Bool: '`true` and `false`',
  Binary: 'binary data in Base64',
  IpAddress: 'addresses with ranges (CIDR)',
  Arn: 'ARNs, each of the six fields by itself; `*` and `?` are wildcards',
  Null: 'whether the request has the key at all: `true` asks for its absence, `false` for its presence',
};

/** About a condition operator; undefined where there is none of that name. */
export function describeOperator(text: string): string | undefined {
  const operator = parseOperator(text);
  return (
    operator &&
    paragraphs(
      `**${nameOf(operator)}**`,
      meaning(operator),
      operator.set && sets[operator.set],
      absent(operator),
      guide('reference_policies_elements_condition_operators'),
    )
  );
}

function nameOf({ set, name, ifExists }: ConditionOperator): string {
  return `${set ? `${set}:` : ''}${name}${ifExists ? 'IfExists' : ''}`;
}

function meaning({ name, family, negated, patterns }: ConditionOperator): string {
  if (family === 'Null') return `Tests ${compares.Null}.`;
  const what = name.includes('IgnoreCase') ? 'texts, whatever their case' : compares[family];
  const wild = patterns && family === 'String' ? '; `*` and `?` are wildcards' : '';
  const order = /LessThan|GreaterThan/.test(name) ? ' Asks which is the smaller one.' : '';
  return `Compares ${what}${wild}.${negated ? ' True where none of the values matches.' : ''}${order}`;
}

const sets = {
  ForAnyValue: 'For keys with several values: true when **one** of the request’s values matches.',
  ForAllValues:
    'For keys with several values: true when **all** of the request’s values match, and also when the request has **none**.',
} as const;

function absent(operator: ConditionOperator): string | undefined {
  if (operator.family === 'Null') return undefined;
  return failsWithoutKey(operator)
    ? 'Without the key in the request it is false.'
    : 'Without the key in the request it is **true**.';
}
