import type { PolicyNode } from '../model/nodes';

/** A policy, or a part of one, apart from any syntax: what conversions between syntaxes are made through. */
export type Neutral =
  | { readonly kind: 'string'; readonly text: string }
  /** A number, Boolean or null, as JSON writes it. */
  | { readonly kind: 'bare'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Neutral[] }
  /** Entries in their order; a key may stand twice. */
  | { readonly kind: 'map'; readonly entries: readonly (readonly [key: string, value: Neutral])[] }
  | Expression;

/** A value that a template computes; only its own language can write it. */
export type Expression = { readonly kind: 'expression' } & (
  | { readonly language: 'cloudformation'; readonly name: string; readonly argument: Neutral }
  | { readonly language: 'hcl'; readonly source: string }
);

/** What of a node that a host's reader made can be said without its syntax; undefined where something is computed. */
export function toNeutral(
  node: PolicyNode | undefined,
  expressionOf: (node: PolicyNode) => Expression | undefined = () => undefined,
): Neutral | undefined {
  if (!node) return undefined;
  const expression = expressionOf(node);
  if (expression) return expression;
  switch (node.kind) {
    case 'string':
      return { kind: 'string', text: node.text };
    case 'number':
    case 'boolean':
    case 'null':
      return { kind: 'bare', text: node.text };
    case 'array': {
      const items = node.items.map((item) => toNeutral(item, expressionOf));
      return items.every((item) => item !== undefined) ? { kind: 'list', items } : undefined;
    }
    case 'object': {
      const entries = node.entries.map(
        ({ key, value }) => [key.text, toNeutral(value, expressionOf)] as const,
      );
      return entries.every((entry): entry is readonly [string, Neutral] => entry[1] !== undefined)
        ? { kind: 'map', entries }
        : undefined;
    }
    case 'computed':
      return undefined;
  }
}
