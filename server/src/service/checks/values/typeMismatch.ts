import type { Catalog, ConditionKeyType } from '../../catalog/catalog';
import { findConditionKey } from '../../catalog/findConditionKey';
import { familiesFor } from '../../iam/keyTypes';
import type { OperatorFamily } from '../../iam/operators';
import type { Check, ClauseHead } from '../check';

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

/** What the key holds and the family of operators that compares it, where the clause's own is another. */
function mismatchOf(
  { operator, lowerKey }: ClauseHead,
  catalog: Catalog,
): { readonly type: ConditionKeyType; readonly family: OperatorFamily } | undefined {
  if (!operator || operator.family === 'Null') return undefined;
  const known = findConditionKey(catalog, lowerKey);
  const families = known && familiesFor(known);
  return families && !families.includes(operator.family)
    ? { type: known.type, family: families[0]! }
    : undefined;
}

export const typeMismatch: Check = {
  code: 'TYPE_MISMATCH',
  type: 'WARNING',
  kinds: 'all',
  summary: 'The operator compares values of another type than the condition key holds.',
  concerns: (clause, catalog) => mismatchOf(clause, catalog) !== undefined,
  clause(clause, _statement, { catalog, report }) {
    const mismatch = mismatchOf(clause, catalog);
    if (!mismatch) return;
    const { type, family } = mismatch;
    report(
      clause.keyNode,
      `${clause.key} holds ${holds[type]}: use an operator such as ${examples[family]}, not ${clause.operator!.name}.`,
    );
  },
};
