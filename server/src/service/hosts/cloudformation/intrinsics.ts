import {
  type ComputedNode,
  computedOf,
  type Entry,
  type ObjectNode,
  type PolicyNode,
  type StringNode,
} from '../../model/nodes';
import type { Choose, Chosen, Decision } from '../cases';
import { holes as known, literalPieces, readSub } from './sub';

export interface ResolveOptions {
  /** Finds the parts of any string that are filled in by whoever reads the file. */
  readonly holes?: RegExp;
  /** The host hands numbers on as they are written, so that an account id needs no quotes. */
  readonly numbersAreText?: boolean;
}

/**
 * A value of a template with its intrinsic functions taken for what they give: a computed value with the parts that
 * are known, a string where all of them are, one branch of a condition. What they give otherwise is computed.
 *
 * @param choose which branches are taken
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolveIntrinsics(
  node: PolicyNode,
  choose: Choose,
  { holes = known.anywhere, numbersAreText = false }: ResolveOptions = {},
): PolicyNode {
  return new Resolver(holes, numbersAreText, choose).resolve(node);
}

/** How conditions choose in a template. */
export const chosenByIf: Chosen<PolicyNode> = {
  decisionOf: (node) => (node.kind === 'object' ? decisionOf(node) : undefined),
  partsOf: (node) => {
    if (node.kind === 'array') return node.items;
    return node.kind === 'object' ? node.entries.flatMap(({ value }) => value ?? []) : [];
  },
  isNothing: (node) => isNoValue(node) || isEmpty(node),
};

/** Whether conditions choose parts of a policy, not only all of it or all of its statements. */
export function hasChosenParts(node: PolicyNode): boolean {
  if (node.kind !== 'object') return hasChoice(node);
  const decision = decisionOf(node);
  if (decision) return decision.branches.some((branch) => branch && hasChosenParts(branch));
  return node.entries.some(({ key, value }) => {
    if (!value) return false;
    return key.text === 'Statement' ? hasChosenParts(value) : hasChoice(value);
  });
}

function hasChoice(node: PolicyNode): boolean {
  return chosenByIf.decisionOf(node) !== undefined || chosenByIf.partsOf(node).some(hasChoice);
}

/** The two values that a condition decides between. */
function decisionOf(node: ObjectNode): Decision<PolicyNode> | undefined {
  const { name, argument } = functionOf(node) ?? {};
  const [condition, first, second] = name === 'Fn::If' && argument?.kind === 'array' ? argument.items : [];
  if (!condition || !first || !second) return undefined;
  return {
    condition: condition.kind === 'string' ? condition.text : `at ${condition.range.start}`,
    branches: [first, second],
  };
}

class Resolver {
  constructor(
    private readonly holes: RegExp,
    private readonly numbersAreText: boolean,
    private readonly choose: Choose,
  ) {}

  resolve(node: PolicyNode): PolicyNode {
    if (node.kind === 'string') return this.string(node);
    if (node.kind === 'number' && this.numbersAreText)
      return { kind: 'string', text: node.text, range: node.range, contentStart: node.range.start };
    if (node.kind === 'array') return { ...node, range: node.range, items: this.items(node.items) };
    if (node.kind !== 'object') return node;
    const call = functionOf(node);
    if (call) return this.call(node, call.name, call.argument);
    // What a macro or a loop puts among the entries can't be known, nor what a key that is filled in will be.
    if (node.entries.some(({ key }) => /^Fn::(Transform$|ForEach::)|\ue000/.test(key.text)))
      return { kind: 'computed', range: node.range };
    return { ...node, range: node.range, entries: node.entries.map((entry) => this.entry(entry)) };
  }

  /** Of statements that a condition chooses only one may be there, so that they may share a name. */
  private items(items: readonly PolicyNode[]): PolicyNode[] {
    const resolved = items.map((item) => this.resolve(item));
    const isChosen = (item: PolicyNode) => item.kind === 'object' && functionOf(item)?.name === 'Fn::If';
    if (!items.some(isChosen)) return resolved;
    const names = resolved.map(sidOf);
    const isShared = (name: string | undefined) => names.filter((one) => one === name).length > 1;
    return resolved.map((item, index) =>
      names[index] !== undefined && isChosen(items[index]!) && isShared(names[index])
        ? withoutSid(item)
        : item,
    );
  }

  private string(node: StringNode): PolicyNode {
    const isWhole = node.text.search(this.holes) < 0;
    return isWhole ? node : computedOf(node.range, literalPieces(node, this.holes));
  }

  private entry(entry: Entry): Entry {
    const { key, value, range } = entry;
    return value ? { key, value: this.resolve(value), range } : entry;
  }

  private call(node: ObjectNode, name: string, argument: PolicyNode | undefined): PolicyNode {
    if (name === 'Fn::If') return this.choice(node);
    if (name === 'Fn::Sub') return readSub(node, argument);
    if (name === 'Fn::Join') return this.join(node, argument);
    return { kind: 'computed', range: node.range };
  }

  private choice(node: ObjectNode): PolicyNode {
    const { condition, branches } = decisionOf(node) ?? {};
    const index = condition === undefined ? undefined : this.choose(condition);
    const taken = index === undefined ? undefined : branches?.[index];
    return taken && !chosenByIf.isNothing(taken)
      ? this.resolve(taken)
      : { kind: 'computed', range: node.range };
  }

  private join({ range }: ObjectNode, argument: PolicyNode | undefined): ComputedNode {
    const [delimiter, list] = argument?.kind === 'array' ? argument.items : [];
    if (delimiter?.kind !== 'string' || list?.kind !== 'array') return { kind: 'computed', range };
    const parts: (StringNode | undefined)[] = [];
    list.items.forEach((item, index) => {
      if (index > 0 && delimiter.text !== '') parts.push(delimiter);
      parts.push(...literalPieces(this.resolve(item)));
    });
    return computedOf(range, parts);
  }
}

/** The intrinsic function that an object is. */
export function functionOf({
  entries,
}: ObjectNode): { name: string; argument: PolicyNode | undefined } | undefined {
  const [only] = entries;
  if (entries.length !== 1 || !only) return undefined;
  const name = only.key.text;
  const isFunction = name === 'Ref' || (name.startsWith('Fn::') && !name.startsWith('Fn::ForEach::'));
  // `Condition` is a function too, and an element of a statement; only the short form can be told from it.
  const isCondition =
    name === 'Condition' &&
    only.value?.kind === 'string' &&
    only.key.range.end - only.key.range.start === '!Condition'.length;
  return isFunction || isCondition ? { name, argument: only.value } : undefined;
}

function sidOf(node: PolicyNode): string | undefined {
  const sid = node.kind === 'object' ? node.entries.find(({ key }) => key.text === 'Sid')?.value : undefined;
  return sid?.kind === 'string' ? sid.text : undefined;
}

function withoutSid(node: PolicyNode): PolicyNode {
  return node.kind === 'object'
    ? { ...node, entries: node.entries.filter(({ key }) => key.text !== 'Sid') }
    : node;
}

/** Whoever writes nothing for one case means that there is nothing then. */
function isEmpty(node: PolicyNode): boolean {
  return (
    (node.kind === 'array' && node.items.length === 0) ||
    (node.kind === 'object' && node.entries.length === 0)
  );
}

/** `AWS::NoValue` takes away what it stands for. */
function isNoValue(node: PolicyNode): boolean {
  if (node.kind !== 'object') return false;
  const call = functionOf(node);
  return call?.name === 'Ref' && call.argument?.kind === 'string' && call.argument.text === 'AWS::NoValue';
}
