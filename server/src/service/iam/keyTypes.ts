import type { ConditionKey, ConditionKeyType } from '../catalog/catalog';
import type { OperatorFamily } from './operators';

/**
 * Operator families that a key of each type can be compared with, the usual one first. IAM Access Analyzer lets String
 * and ARN operators stand in for each other (`StringLike` on an ARN has a finding of its own).
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
const families: Record<ConditionKeyType, readonly OperatorFamily[]> = {
  String: ['String', 'Arn'],
  ARN: ['Arn', 'String'],
  Bool: ['Bool'],
  Numeric: ['Numeric'],
  Date: ['Date'],
  IPAddress: ['IpAddress'],
  Binary: ['Binary'],
};

/**
 * Keys that the reference calls texts and AWS's own examples compare as numbers.
 * https://docs.aws.amazon.com/amazonglacier/latest/dev/vault-lock-policy.html
 */
const numbersInDisguise: ReadonlySet<string> = new Set(['glacier:ArchiveAgeInDays']);

/** Families of operators that compare what the key holds, the usual one first; `Null`, which fits all, left out. */
export function familiesFor({ name, type, otherType }: ConditionKey): readonly OperatorFamily[] {
  if (numbersInDisguise.has(name)) return ['Numeric', ...families[type]];
  return otherType === undefined ? families[type] : [...families[type], ...families[otherType]];
}

/** The family that a key is usually compared with. */
export function usualFamily({ type }: ConditionKey): OperatorFamily {
  return families[type][0]!;
}
