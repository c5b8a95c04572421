import type { ConditionKey } from '../../catalog/catalog';
import { findConditionKey } from '../../catalog/findConditionKey';
import { familiesFor } from '../../iam/keyTypes';
import { type BaseOperator, baseOperators, type OperatorFamily } from '../../iam/operators';
import type { ConditionBlock, ConditionClause } from '../../model/condition';
import { isScalar, type PolicyNode } from '../../model/nodes';
import { openObject } from './snippet';
import { type CompletionContext, inBraces, type Suggestion } from './suggestion';

const compared: Record<OperatorFamily, string> = {
  String: 'texts',
  Arn: 'ARNs',
  Numeric: 'numbers',
  Date: 'dates and times',
  Bool: 'true and false',
  Binary: 'binary data in Base64',
  IpAddress: 'IP addresses and ranges (CIDR)',
  Null: 'whether the request has the key at all',
};

/** Condition operators: all of them, or those that fit the keys that stand under the one at the cursor. */
export function operators(context: CompletionContext): Suggestion[] {
  const clauses = clausesBelow(context);
  const keys = clauses.flatMap(({ key }) => findConditionKey(context.catalog, key) ?? []);
  const asksPresence = clauses.every(({ values }) => values.every(isTruth));
  const fitting = fittingFamilies(keys);
  const { siblings } = context.place;
  return baseOperators
    .filter(({ family }) => (family === 'Null' ? asksPresence : !fitting || fitting.includes(family)))
    .flatMap((operator, rank) => variants(operator, rank))
    .filter(({ label }) => !siblings.includes(label) && keys.every((key) => suits(label, key)));
}

/** What stands under the operator at the cursor. */
function clausesBelow({ statement, place }: CompletionContext): readonly ConditionClause[] {
  return statement?.conditionBlocks.find((one) => isAt(one, place.offset))?.clauses ?? [];
}

/** True or false, or nobody knows. */
function isTruth(node: PolicyNode): boolean {
  return !isScalar(node) || /^(true|false|)$/i.test(node.text);
}

/** Families that fit all the keys; undefined where there are none. */
function fittingFamilies(keys: readonly ConditionKey[]): OperatorFamily[] | undefined {
  if (keys.length === 0) return undefined;
  const [first, ...others] = keys.map(familiesFor);
  return first!.filter((family) => others.every((one) => one.includes(family)));
}

/** A key with several values is compared one by one, and only such a key. */
function suits(label: string, { multivalued }: ConditionKey): boolean {
  return label === 'Null' || label.startsWith('For') === multivalued;
}

function isAt({ operatorNode: { range } }: ConditionBlock, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Plain first, then with `IfExists`, then for keys with several values. */
function variants({ name, family, negated }: BaseOperator, rank: number): Suggestion[] {
  const about = `${negated ? 'Differs: compares' : 'Compares'} ${compared[family]}`;
  const plain = suggest(name, family === 'Null' ? `Asks ${compared[family]}` : about, rank);
  if (family === 'Null') return [plain];
  return [
    plain,
    suggest(`${name}IfExists`, `${about}; true where the key is absent`, 100 + rank),
    suggest(`ForAnyValue:${name}`, `${about}; one of the key's values is enough`, 200 + rank),
    suggest(`ForAllValues:${name}`, `${about}; all of the key's values, also none`, 300 + rank),
  ];
}

function suggest(label: string, detail: string, rank: number): Suggestion {
  return {
    label,
    kind: 'operator',
    detail,
    rank,
    piece: { kind: 'key', key: label, value: openObject(1) },
  };
}

/** The operators in braces of their own, where Condition has none yet. */
export function wholeConditions(context: CompletionContext): Suggestion[] {
  return operators(context).map(inBraces);
}
