import { type ComputedNode, computedOf, type StringNode } from '../../model/nodes';
import { onlyValue } from './expand';
import type { Call, Expression, Template } from './hcl/ast';
import { templateNode } from './templateNodes';

/** What only Terraform knows, with the texts that it is put together from. */
export function computed(value: Expression, ampersands = false): ComputedNode {
  const pieces = value.kind === 'call' ? piecesOfCall(value, ampersands) : undefined;
  return pieces ? computedOf(value.range, pieces) : { kind: 'computed', range: value.range };
}

/** What a template gives: a string, or what is known of it. */
export function templateValue(value: Template, ampersands = false): StringNode | ComputedNode {
  const only = onlyValue(value);
  return only?.kind === 'call'
    ? { ...computed(only, ampersands), range: value.range }
    : templateNode(value, ampersands);
}

type Pieces = readonly (StringNode | undefined)[];

function piecesOfCall({ name, args }: Call, ampersands: boolean): Pieces | undefined {
  const [first, second] = args;
  const text = first?.kind === 'template' && first.quoted ? templateNode(first, ampersands) : undefined;
  if (text?.kind !== 'string') return undefined;
  if (name.text === 'format') return formatted(text, args.slice(1), ampersands);
  if (name.text !== 'join' || args.length !== 2 || second?.kind !== 'tuple') return undefined;
  return second.items.flatMap((item, index) => [
    ...(index > 0 && text.text !== '' ? [text] : []),
    ...piecesOf(item, ampersands),
  ]);
}

function piecesOf(value: Expression | undefined, ampersands: boolean): Pieces {
  const node =
    value?.kind === 'template' ? templateNode(value, ampersands) : value && computed(value, ampersands);
  if (node?.kind === 'string') return node.text === '' ? [] : [node];
  return node?.pieces ?? [undefined];
}

/** https://developer.hashicorp.com/terraform/language/functions/format */
const verb = /%(?:%|(\[\d+\])?[-+ #0]*\d*(?:\.\d+)?([a-zA-Z]))/g;

function formatted(template: StringNode, args: readonly Expression[], ampersands: boolean): Pieces {
  const pieces: (StringNode | undefined)[] = [];
  let last = 0;
  let next = 0;
  const add = (to: number) => {
    if (to > last) pieces.push(pieceOf(template, last, to));
  };
  for (const match of template.text.matchAll(verb)) {
    add(match.index);
    last = match.index + match[0].length;
    if (match[0] === '%%') pieces.push(pieceOf(template, last - 1, last));
    else if (match[0] === '%s') pieces.push(...piecesOf(args[next++], ampersands));
    else {
      pieces.push(undefined);
      next = match[1] === undefined ? next + 1 : args.length;
    }
  }
  add(template.text.length);
  return pieces;
}

function pieceOf({ text, contentStart, offsets }: StringNode, from: number, to: number): StringNode {
  const own = offsets?.slice(from, to);
  const start = own?.[0] ?? contentStart + from;
  const end = own ? own.at(-1)! + 1 : contentStart + to;
  return {
    kind: 'string',
    text: text.slice(from, to),
    range: { start, end },
    contentStart: start,
    ...(own && { offsets: [...own, end] }),
  };
}
