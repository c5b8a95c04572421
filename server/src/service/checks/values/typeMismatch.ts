import type { ConditionKeyType } from '../../catalog/catalog';
import { findConditionKey } from '../../catalog/findConditionKey';
import { familiesFor } from '../../iam/keyTypes';
import type { OperatorFamily } from '../../iam/operators';
import type { Check } from '../check';

/** What a key holds, in words. */
const holds: Record<ConditionKeyType, string> = {
  String: 'a text',
  ARN: 'an ARN',
  Bool: 'true or false',
  Numeric: 'a number',
  Date: 'a date',
  IPAddress: 'an IP address',
  Binary: 'binary data',
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

export const typeMismatch: Check = {
  code: 'TYPE_MISMATCH',
  type: 'WARNING',
  kinds: 'all',
  summary: 'The operator compares values of another type than the condition key holds.',
  clause({ keyNode, key, operator }, _statement, { catalog, report }) {
    if (!operator || operator.family === 'Null') return;
    const known = findConditionKey(catalog, key);
    const families = known && familiesFor(known);
    if (!families || families.includes(operator.family)) return;
    report(
      keyNode,
      `${key} holds ${holds[known.type]}: use an operator such as ${examples[families[0]!]}, not ${operator.name}.`,
    );
  },
};
