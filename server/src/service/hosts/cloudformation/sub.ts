import {
  type ComputedNode,
  computedOf,
  type ObjectNode,
  type PolicyNode,
  rangeWithin,
  type StringNode,
} from '../../model/nodes';

/** `${Name}`, `${Name.Attribute}`, `${AWS::Region}`, and `${!Literal}`, which becomes `${Literal}`. */
const placeholder = /\$\{(!?)([^{}]*)\}/g;
/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html */
const dynamicReference = '\\{\\{resolve:[^}]*\\}\\}';
/** What a template engine fills in, as masked before YAML was read. */
const masks = '\\ue000+';

/** Parts of a string that only whoever deploys the file knows. */
export const holes = {
  /** In any file. */
  anywhere: new RegExp(`${dynamicReference}|${masks}`, 'g'),
  /** `${…}` of the Serverless Framework, which may have more of them inside. */
  serverless: new RegExp(`${dynamicReference}|${masks}|\\$\\{[^{}]*(?:\\{[^{}]*\\}[^{}]*)*\\}`, 'g'),
  /** `${NAME}` and `$(name)` of tools that fill in manifests; variables of policies have a colon or are one sign. */
  manifest: new RegExp(
    `${dynamicReference}|${masks}|\\$\\{(?![\\w-]+:|[*?$]\\})[^{}]*\\}|\\$\\([\\w.-]+\\)`,
    'g',
  ),
} as const;

/**
 * What `Fn::Sub` gives: a string where nothing is filled in, else a computed value with the texts between.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html
 */
export function readSub({ range }: ObjectNode, argument: PolicyNode | undefined): PolicyNode {
  const template = argument?.kind === 'array' ? argument.items[0] : argument;
  const values = argument?.kind === 'array' ? argument.items[1] : undefined;
  if (template?.kind !== 'string') return { kind: 'computed', range };
  const given = new Map(
    values?.kind === 'object' ? values.entries.map(({ key, value }) => [key.text, value] as const) : [],
  );
  const parts = partsOf(template, given);
  const [only] = parts;
  if (parts.length === 0 || (parts.length === 1 && only)) return literal(template, only);
  const unescaped = unescapedVariables(template, given);
  return { ...computedOf(range, parts), ...(unescaped.length > 0 && { unescaped }) };
}

/** A string that stands in the function as in quotes: its range is the template's, without the function's name. */
function literal(template: StringNode, part: StringNode | undefined): StringNode {
  const { text, contentStart, offsets } = part ?? template;
  const { range, unclosed } = template;
  return { kind: 'string', text, range, contentStart, offsets, unclosed, isTemplate: true };
}

function partsOf(
  template: StringNode,
  given: ReadonlyMap<string, PolicyNode | undefined>,
): (StringNode | undefined)[] {
  const parts: (StringNode | undefined)[] = [];
  /** Known text that is being gathered, with the index of each character in the template. */
  let text = '';
  let indexes: number[] = [];
  const add = (from: number, to: number) => {
    text += template.text.slice(from, to);
    for (let index = from; index < to; index++) indexes.push(index);
  };
  const flush = () => {
    if (text !== '') parts.push(pieceOf(template, text, indexes));
    text = '';
    indexes = [];
  };
  let last = 0;
  for (const match of template.text.matchAll(placeholder)) {
    const [whole, escape, name = ''] = match;
    add(last, match.index);
    last = match.index + whole.length;
    if (escape) {
      add(match.index, match.index + 2);
      add(match.index + 3, last);
      continue;
    }
    flush();
    const value = given.get(name);
    parts.push(...(value?.kind === 'string' ? literalPieces(value) : [undefined]));
  }
  add(last, template.text.length);
  flush();
  return parts.flatMap((part) => (part ? literalPieces(part) : [undefined]));
}

/** A part of a string, whose characters stand at the given indexes of it. */
function pieceOf(template: StringNode, text: string, indexes: readonly number[]): StringNode {
  const from = indexes[0]!;
  const to = indexes.at(-1)! + 1;
  const range = rangeWithin(template, from, to);
  const isWhole = indexes.length === to - from;
  if (isWhole && !template.offsets) return { kind: 'string', text, range, contentStart: range.start };
  const offsets = [...indexes.map((index) => rangeWithin(template, index, index).start), range.end];
  return { kind: 'string', text, range, contentStart: range.start, offsets };
}

/**
 * A value as known texts and unknown ones between them.
 *
 * @param unknown finds what is filled in
 */
export function literalPieces(
  node: PolicyNode,
  unknown: RegExp = holes.anywhere,
): readonly (StringNode | undefined)[] {
  if (node.kind === 'computed') return node.pieces ?? [undefined];
  if (node.kind !== 'string') return [undefined];
  return piecesAround(node, unknown);
}

/** A string as known texts and holes between them, wherever the pattern (a global one) matches. */
export function piecesAround(node: StringNode, unknown: RegExp): readonly (StringNode | undefined)[] {
  if (node.text.search(unknown) < 0) return [node];
  const pieces: (StringNode | undefined)[] = [];
  let last = 0;
  const add = (to: number) => {
    const indexes = Array.from({ length: to - last }, (_, index) => last + index);
    if (indexes.length > 0) pieces.push(pieceOf(node, node.text.slice(last, to), indexes));
  };
  for (const match of node.text.matchAll(unknown)) {
    add(match.index);
    pieces.push(undefined);
    last = match.index + match[0].length;
  }
  add(node.text.length);
  return pieces;
}

/** Names that only IAM could fill in: `aws:username`, `s3:prefix`; CloudFormation's own have two colons or none. */
const policyVariable = /^[A-Za-z][\w-]*:[A-Za-z][\w.:/-]*$/;

/** Policy variables that CloudFormation takes for its own, because the `!` is missing. */
export function unescapedVariables(
  template: StringNode,
  given: ReadonlyMap<string, PolicyNode | undefined> = new Map(),
): NonNullable<ComputedNode['unescaped']> {
  return [...template.text.matchAll(placeholder)].flatMap((match) => {
    const [whole, escape, name = ''] = match;
    const isVariable = !escape && policyVariable.test(name) && !name.includes('::') && !given.has(name);
    if (!isVariable) return [];
    const range = rangeWithin(template, match.index, match.index + whole.length);
    return [{ text: whole, range, escaped: `\${!${name}}` }];
  });
}
