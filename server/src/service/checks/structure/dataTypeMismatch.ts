import { listOf, type PolicyNode } from '../../model/nodes';
import type { Check, CheckContext } from '../check';

type Report = CheckContext['report'];

function mustBeString(name: string, node: PolicyNode | undefined, report: Report): void {
  if (node && node.kind !== 'string' && node.kind !== 'computed') report(node, `${name} must be a string.`);
}

/** A string, or a list of strings: the list as a whole is told when it is something else, else its members. */
function mustBeStrings(name: string, node: PolicyNode | undefined, report: Report): void {
  for (const item of listOf(node)) {
    if (item.kind !== 'string' && item.kind !== 'computed') {
      report(item, `${name} must be a string or a list of strings.`);
    }
  }
}

function checkCondition(node: PolicyNode | undefined, report: Report): void {
  if (!node || node.kind === 'computed') return;
  if (node.kind !== 'object') return report(node, 'Condition is an object: operator, then key, then value.');
  for (const { key, value } of node.entries) {
    if (value?.kind === 'object')
      for (const clause of value.entries) mustBeScalars(clause.key.text, clause.value, report);
    else if (value && value.kind !== 'computed') {
      report(value, `Under the operator ${key.text} stands an object of condition keys and their values.`);
    }
  }
}

function mustBeScalars(name: string, node: PolicyNode | undefined, report: Report): void {
  for (const item of listOf(node)) {
    if (item.kind === 'object' || item.kind === 'array' || item.kind === 'null') {
      report(item, `The values of ${name} are strings, numbers, true or false, or a list of these.`);
    }
  }
}

const single = ['Sid', 'Effect'] as const;
const lists = ['Action', 'NotAction', 'Resource', 'NotResource'] as const;
const principals = ['Principal', 'NotPrincipal'] as const;

export const dataTypeMismatch: Check = {
  code: 'DATA_TYPE_MISMATCH',
  type: 'ERROR',
  kinds: 'all',
  summary: 'A value has a JSON type that the policy grammar does not allow there.',
  document(policy, { report }) {
    const { root } = policy;
    if (root && root.kind !== 'object' && !policy.isPartial) report(root, 'A policy is an object in braces.');
    for (const name of ['Version', 'Id'] as const) mustBeString(name, policy.value(name), report);
    const statement = policy.value('Statement');
    for (const node of listOf(statement)) {
      if (node.kind !== 'object' && node.kind !== 'computed') {
        report(node, 'A statement is an object in braces, or a list of such objects.');
      }
    }
  },
  statement(statement, { report }) {
    for (const name of single) mustBeString(name, statement.value(name), report);
    for (const name of lists) {
      mustBeStrings(name, statement.value(name), report);
    }
    for (const name of principals) {
      const node = statement.value(name);
      if (node?.kind !== 'object') continue;
      for (const { key, value } of node.entries) mustBeStrings(`${name} ${key.text}`, value, report);
    }
    checkCondition(statement.value('Condition'), report);
  },
};
