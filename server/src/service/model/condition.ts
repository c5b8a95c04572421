import { type ConditionOperator, parseOperator } from '../iam/operators';
import { rememberByText } from '../remember';
import { type Entry, listOf, type ObjectNode, type PolicyNode, type StringNode } from './nodes';

/** One operator of a `Condition` with what stands under it. */
export interface ConditionBlock {
  readonly entry: Entry;
  readonly operatorNode: StringNode;
  /** Undefined when there is no operator of that name. */
  readonly operator: ConditionOperator | undefined;
  readonly clauses: readonly ConditionClause[];
}

/** One condition key under one operator, with its values. */
export class ConditionClause {
  /** Lower case: names of condition keys are compared so. */
  readonly lowerKey: string;
  /** The value, or the members of its list. */
  readonly values: readonly PolicyNode[];

  constructor(
    readonly entry: Entry,
    readonly operatorNode: StringNode,
    readonly operator: ConditionOperator | undefined,
  ) {
    this.lowerKey = lowerOf(entry.key.text);
    this.values = listOf(entry.value);
  }

  get keyNode(): StringNode {
    return this.entry.key;
  }

  /** As written. */
  get key(): string {
    return this.entry.key.text;
  }

  get value(): PolicyNode | undefined {
    return this.entry.value;
  }
}

const none: readonly ConditionBlock[] = [];

const lowerOf = rememberByText((text) => text.toLowerCase());

/** Reads what it can of a `Condition` object; other shapes give nothing. */
export function readCondition(node: PolicyNode | undefined): readonly ConditionBlock[] {
  if (node?.kind !== 'object') return none;
  return node.entries.map((entry) => {
    const operator = parseOperator(entry.key.text);
    const clauses = entry.value?.kind === 'object' ? readClauses(entry.value, entry.key, operator) : [];
    return { entry, operatorNode: entry.key, operator, clauses };
  });
}

function readClauses(
  block: ObjectNode,
  operatorNode: StringNode,
  operator: ConditionOperator | undefined,
): ConditionClause[] {
  return block.entries.map((entry) => new ConditionClause(entry, operatorNode, operator));
}
