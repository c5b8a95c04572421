import {
  type ComputedNode,
  computedOf,
  type Entry,
  type ObjectNode,
  type PolicyNode,
  type StringNode,
} from '../../model/nodes';
import { holes as known, literalPieces, readSub } from './sub';

/** Which branch of every `Fn::If` is taken. */
export type Branch = 'first' | 'second';

/** What a template's value is as a policy sees it. */
export interface Resolved {
  readonly node: PolicyNode;
  /** A condition decides about a part of it, so that there is another reading. */
  readonly hasBranches: boolean;
}

export interface ResolveOptions {
  /** Finds the parts of any string that are filled in by whoever reads the file. */
  readonly holes?: RegExp;
  /** The host hands numbers on as they are written, so that an account id needs no quotes. */
  readonly numbersAreText?: boolean;
}

/**
 * A value of a template with its intrinsic functions taken for what they give: a computed value with the parts that
 * are known, a string where all of them are, one branch of a condition. What they give otherwise is computed.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
export function resolveIntrinsics(
  node: PolicyNode,
  branch: Branch,
  { holes = known.anywhere, numbersAreText = false }: ResolveOptions = {},
): Resolved {
  const resolver = new Resolver(branch, holes, numbersAreText);
  return { node: resolver.resolve(node), hasBranches: resolver.hasBranches };
}

class Resolver {
  hasBranches = false;

  constructor(
    private readonly branch: Branch,
    private readonly holes: RegExp,
    private readonly numbersAreText: boolean,
  ) {}

  resolve(node: PolicyNode): PolicyNode {
    if (node.kind === 'string') return this.string(node);
    if (node.kind === 'number' && this.numbersAreText)
      return { kind: 'string', text: node.text, range: node.range, contentStart: node.range.start };
    if (node.kind === 'array')
      return { ...node, range: node.range, items: node.items.map((item) => this.resolve(item)) };
    if (node.kind !== 'object') return node;
    const call = functionOf(node);
    if (call) return this.call(node, call.name, call.argument);
    // What a macro or a loop puts among the entries can't be known, nor what a key that is filled in will be.
    if (node.entries.some(({ key }) => /^Fn::(Transform$|ForEach::)|\ue000/.test(key.text)))
      return { kind: 'computed', range: node.range };
    return { ...node, range: node.range, entries: node.entries.map((entry) => this.entry(entry)) };
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
    if (name === 'Fn::If') return this.choice(node, argument);
    if (name === 'Fn::Sub') return readSub(node, argument);
    if (name === 'Fn::Join') return this.join(node, argument);
    return { kind: 'computed', range: node.range };
  }

  private choice(node: ObjectNode, argument: PolicyNode | undefined): PolicyNode {
    const branches = argument?.kind === 'array' ? argument.items.slice(1) : [];
    const [first, second] = branches;
    if (!first || !second) return { kind: 'computed', range: node.range };
    this.hasBranches = true;
    const taken = this.branch === 'first' ? first : second;
    return isNoValue(taken) ? { kind: 'computed', range: node.range } : this.resolve(taken);
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

/** `AWS::NoValue` takes away what it stands for. */
function isNoValue(node: PolicyNode): boolean {
  if (node.kind !== 'object') return false;
  const call = functionOf(node);
  return call?.name === 'Ref' && call.argument?.kind === 'string' && call.argument.text === 'AWS::NoValue';
}
