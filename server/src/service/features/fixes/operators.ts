import type { TextEdit, Value } from '../../edits/edit';
import { findConditionKey } from '../../catalog/findConditionKey';
import { familiesFor } from '../../iam/keyTypes';
import type { ConditionOperator, OperatorFamily } from '../../iam/operators';
import type { ConditionClause } from '../../model/condition';
import type { PolicyNode } from '../../model/nodes';
import { addCondition } from './conditions';
import { type Fix, fix, type FixMaker, type FixTarget } from './fix';

/** Puts the condition key under another operator. What that one says of the key already is never lost. */
function moveTo(target: FixTarget, operator: string): TextEdit[] | undefined {
  const { clause, statement, writer } = target;
  const condition = statement?.value('Condition');
  const block = statement?.conditionBlocks.find(({ clauses }) => clause && clauses.includes(clause));
  if (!clause || !statement || !block || condition?.kind !== 'object') return undefined;
  const isAlone = block.clauses.length === 1;
  const hasOther = statement.conditionBlocks.some(({ operatorNode }) => operatorNode.text === operator);
  if (isAlone && !hasOther) return writer.setText(block.operatorNode, operator);
  const object = block.entry.value;
  const value = clause.value && valueOf(clause.value);
  if (object?.kind !== 'object' || value === undefined) return undefined;
  const removed = isAlone
    ? writer.remove(condition, [condition.entries.indexOf(block.entry)])
    : writer.remove(object, [block.clauses.indexOf(clause)]);
  const added = addCondition(target, statement, operator, { [clause.key]: value });
  return added && [...removed, ...added];
}

/** A number or true or false as written; undefined where it is half-typed, as `2.` is. */
function scalar(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return undefined;
  }
}

/** A node as a value to write; undefined where a part of it is computed. */
export function valueOf(node: PolicyNode): Value | undefined {
  switch (node.kind) {
    case 'string':
      return node.text;
    case 'array': {
      const items = node.items.map(valueOf);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case 'number':
    case 'boolean':
      return scalar(node.text);
    case 'object':
      return Object.fromEntries(
        node.entries.flatMap(({ key, value }) => {
          const inner = value && valueOf(value);
          return inner === undefined ? [] : [[key.text, inner]];
        }),
      );
    case 'null':
    case 'computed':
      return undefined;
  }
}

/** Another operator for the finding's condition key. */
export function changesOperator(
  next: (clause: ConditionClause, target: FixTarget) => string | undefined,
): FixMaker {
  return (target) => {
    const operator = target.clause && next(target.clause, target);
    return operator ? fix(`Change to ${operator}`, moveTo(target, operator)) : [];
  };
}

function nameOf({ set, name, ifExists }: Pick<ConditionOperator, 'set' | 'name' | 'ifExists'>): string {
  return `${set ? `${set}:` : ''}${name}${ifExists ? 'IfExists' : ''}`;
}

/** The operator without `ForAllValues` or `ForAnyValue`. */
export const withoutSet = changesOperator(
  ({ operator }) => operator && nameOf({ ...operator, set: undefined }),
);

/** The operator with one of the two. */
export const withSet: FixMaker = (target) =>
  (['ForAnyValue', 'ForAllValues'] as const).flatMap((set, index) =>
    changesOperator(({ operator }) => operator && nameOf({ ...operator, set }))(target).map((one): Fix =>
      index > 0 ? { ...one, unlikely: true } : one,
    ),
  );

/** The operator's twin that takes wildcards. */
export const likeOperator = changesOperator(({ operator }) => {
  const name = { StringEquals: 'StringLike', StringNotEquals: 'StringNotLike' }[operator?.name ?? ''];
  return operator && name && nameOf({ ...operator, name });
});

/** The operator's twin that compares ARNs. */
export const arnOperator = changesOperator(({ operator }) => {
  const name = { StringLike: 'ArnLike', StringNotLike: 'ArnNotLike' }[operator?.name ?? ''];
  return operator && name && nameOf({ ...operator, name });
});

const equals: Readonly<Record<OperatorFamily, readonly [positive: string, negated: string | undefined]>> = {
  String: ['StringEquals', 'StringNotEquals'],
  Arn: ['ArnLike', 'ArnNotLike'],
  Numeric: ['NumericEquals', 'NumericNotEquals'],
  Date: ['DateEquals', 'DateNotEquals'],
  Bool: ['Bool', undefined],
  Binary: ['BinaryEquals', undefined],
  IpAddress: ['IpAddress', 'NotIpAddress'],
  Null: ['Null', undefined],
};

/** The operator of the family that the key's values have. */
export const fittingOperator = changesOperator(({ operator, key }, { catalog }) => {
  const known = findConditionKey(catalog, key);
  const family = known && familiesFor(known)[0];
  if (!operator || !family) return undefined;
  const order = /(LessThan|GreaterThan)(Equals)?$/.exec(operator.name)?.[0];
  const isOrdered = family === 'Numeric' || family === 'Date';
  if (order) return isOrdered ? nameOf({ ...operator, name: family + order }) : undefined;
  const name = equals[family][operator.negated ? 1 : 0];
  return name && nameOf({ ...operator, name });
});

/** A condition key that stands where its operator belongs, under the operator that it usually has. */
export const missingOperator: FixMaker = ({ place, catalog, writer }) => {
  const [parent] = place?.parents ?? [];
  if (!place?.isKey || place.node.kind !== 'string' || parent?.container.kind !== 'object') return [];
  const { key, value } = parent.container.entries[parent.index]!;
  const known = key.text.includes(':') ? findConditionKey(catalog, key.text) : undefined;
  const family = known && familiesFor(known)[0];
  const written = value && value.kind !== 'object' ? valueOf(value) : undefined;
  if (!family || written === undefined) return [];
  const name =
    family === 'String' && JSON.stringify(written).includes('*') ? 'StringLike' : equals[family][0];
  const operator = known.multivalued ? `ForAnyValue:${name}` : name;
  if (parent.container.entries.some((entry) => entry.key.text === operator)) return [];
  const edits = [...writer.setText(key, operator), ...writer.replace(value!, { [key.text]: written })];
  return fix(`Put it under ${operator}`, edits);
};

/** Another condition key in place of the clause's own, where the operator has it not already. */
export function otherKey(name: string): FixMaker {
  return ({ clause, statement, writer }) => {
    const block = statement?.conditionBlocks.find(({ clauses }) => clause && clauses.includes(clause));
    const isTaken = block?.clauses.some(({ lowerKey }) => lowerKey === name.toLowerCase());
    return clause && block && !isTaken ? fix(`Change to ${name}`, writer.setText(clause.keyNode, name)) : [];
  };
}

/** `Null`, where a pattern only asks whether the key is there. */
export function nullInstead(value: 'true' | 'false'): FixMaker {
  return (target) => {
    const { clause, statement, writer } = target;
    const block = statement?.conditionBlocks.find(({ clauses }) => clause && clauses.includes(clause));
    if (!clause?.value || !block) return [];
    const title = `Change to "Null": { "${clause.key}": "${value}" }`;
    if (statement!.conditionBlocks.some(({ operatorNode }) => operatorNode.text === 'Null')) return [];
    if (block.clauses.length === 1)
      return fix(title, [
        ...writer.setText(block.operatorNode, 'Null'),
        ...writer.replace(clause.value, value),
      ]);
    const object = block.entry.value;
    if (object?.kind !== 'object') return [];
    const added = addCondition(target, statement!, 'Null', { [clause.key]: value });
    return fix(title, added && [...writer.remove(object, [block.clauses.indexOf(clause)]), ...added]);
  };
}

/** Which of `Bool` and `BoolIfExists` asks for MFA without a gap. */
export const mfaOperator: FixMaker = (target) => {
  const { clause, statement, writer } = target;
  if (!clause?.operator || !clause.value || !statement) return [];
  const [operator, value] = statement.effect === 'Deny' ? ['BoolIfExists', 'false'] : ['Bool', 'true'];
  if (clause.operator.family === 'Bool') return changesOperator(() => operator)(target);
  const block = statement.conditionBlocks.find(({ clauses }) => clauses.includes(clause));
  if (
    block?.clauses.length !== 1 ||
    statement.conditionBlocks.some(({ operatorNode }) => operatorNode.text === operator)
  )
    return [];
  const edits = [...writer.setText(block.operatorNode, operator), ...writer.replace(clause.value, value)];
  return fix(`Change to "${operator}": { "${clause.key}": "${value}" }`, edits);
};
