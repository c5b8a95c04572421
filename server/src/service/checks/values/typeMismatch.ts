import { findConditionKey } from '../../catalog/findConditionKey';
import type { ConditionKey, ConditionKeyType } from '../../catalog/catalog';
import type { OperatorFamily } from '../../iam/operators';
import type { Check } from '../check';

interface Fit {
  /** What the key holds, in words. */
  readonly holds: string;
  readonly families: readonly OperatorFamily[];
}

/**
 * Operator families that a key of each type can be compared with. IAM Access Analyzer lets String and ARN operators
 * stand in for each other (`StringLike` on an ARN has a finding of its own).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const fits: Record<ConditionKeyType, Fit> = {
  String: { holds: 'a text', families: ['String', 'Arn'] },
  ARN: { holds: 'an ARN', families: ['Arn', 'String'] },
  Bool: { holds: 'true or false', families: ['Bool'] },
  Numeric: { holds: 'a number', families: ['Numeric'] },
  Date: { holds: 'a date', families: ['Date'] },
  IPAddress: { holds: 'an IP address', families: ['IpAddress'] },
  Binary: { holds: 'binary data', families: ['Binary'] },
};

/** An operator of the family, for the message. */
const examples: Record<OperatorFamily, string> = {
  String: 'StringEquals',
  Arn: 'ArnLike',
  Bool: 'Bool',
  Numeric: 'NumericEquals',
  Date: 'DateGreaterThan',
  IpAddress: 'IpAddress',
  Binary: 'BinaryEquals',
  Null: 'Null',
};

function typesOf({ type, otherType }: ConditionKey): readonly ConditionKeyType[] {
  return otherType === undefined ? [type] : [type, otherType];
}

export const typeMismatch: Check = {
  code: 'TYPE_MISMATCH',
  type: 'WARNING',
  kinds: 'all',
  summary: 'The operator compares values of another type than the condition key holds.',
  clause({ keyNode, key, operator }, _statement, { catalog, report }) {
    if (!operator || operator.family === 'Null') return;
    const known = findConditionKey(catalog, key);
    if (!known || typesOf(known).some((type) => fits[type].families.includes(operator.family))) return;
    const { holds, families } = fits[known.type];
    report(
      keyNode,
      `${key} holds ${holds}: use an operator such as ${examples[families[0]!]}, not ${operator.name}.`,
    );
  },
};
