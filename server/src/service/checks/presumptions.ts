import { hasComputed, type OffsetRange, type PolicyNode } from '../model/nodes';
import type { PolicyDocument } from '../model/policyDocument';
import type { Statement } from '../model/statement';
import { rememberInside } from '../remember';
import type { Check } from './check';

/** Whether something that a finding takes for missing may be in what is computed. */
export function presumesTooMuch(
  what: NonNullable<Check['presumes']>,
  ranges: readonly OffsetRange[],
  policy: PolicyDocument,
): boolean {
  const { areStatementsOpen, openConditions } = opennessOf(policy);
  if (what === 'statements' && areStatementsOpen) return true;
  return openConditions.some(({ range: outer }) => ranges.some((range) => isWithin(range, outer)));
}

/** Looked at once a policy, however many its findings are. */
const opennessOf = rememberInside((policy: PolicyDocument) => ({
  areStatementsOpen: hasComputed(policy.value('Statement')) || policy.statements.some(isOpen),
  /** Statements a part of whose conditions is computed. */
  openConditions: policy.statements.filter(hasOpenCondition),
}));

/** Something of what the statement allows or forbids is computed. */
function isOpen(statement: Statement): boolean {
  const elements = ['Effect', 'Action', 'NotAction', 'Resource', 'NotResource'] as const;
  return elements.some((name) => hasComputed(statement.value(name)));
}

/** A part of the conditions is computed: any key may be in it. */
function hasOpenCondition(statement: Statement): boolean {
  const condition = statement.value('Condition');
  return (
    isComputed(condition) ||
    (condition?.kind === 'object' && condition.entries.some(({ value }) => isComputed(value)))
  );
}

function isComputed(node: PolicyNode | undefined): boolean {
  return node?.kind === 'computed';
}

function isWithin(inner: OffsetRange, outer: OffsetRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
