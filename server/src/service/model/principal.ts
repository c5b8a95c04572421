import { hasComputed, listOf, type PolicyNode, type StringNode } from './nodes';
import { type PartialText, partialTexts } from './partialText';

/** One value of a `Principal` or `NotPrincipal`. */
export interface PrincipalValue {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser` as written, or undefined for a bare `"*"`. */
  readonly type: string | undefined;
  readonly typeNode: StringNode | undefined;
  readonly node: StringNode;
  readonly text: string;
  /** It stands in a `NotPrincipal`. */
  readonly negated: boolean;
}

/** Reads the string values of a principal; other shapes give nothing. */
export function readPrincipals(node: PolicyNode | undefined, negated: boolean): PrincipalValue[] {
  if (node?.kind === 'string') {
    return [{ type: undefined, typeNode: undefined, node, text: node.text, negated }];
  }
  if (node?.kind !== 'object') return [];
  const found: PrincipalValue[] = [];
  for (const { key, value } of node.entries) {
    for (const item of listOf(value)) {
      if (item.kind === 'string') {
        found.push({ type: key.text, typeNode: key, node: item, text: item.text, negated });
      }
    }
  }
  return found;
}

/** A value of a principal of which parts are known. */
export interface PartialPrincipal {
  /** `AWS`, `Service`, … as written. */
  readonly type: string;
  readonly text: PartialText;
}

export function partialPrincipals(node: PolicyNode | undefined): PartialPrincipal[] {
  if (node?.kind !== 'object') return [];
  return node.entries.flatMap(({ key, value }) =>
    partialTexts(value).map((text) => ({ type: key.text, text })),
  );
}

/** Whether any of the principals is computed, so that there may be others than can be read. */
export function hasComputedPrincipal(node: PolicyNode | undefined): boolean {
  return node?.kind === 'object' ? node.entries.some(({ value }) => hasComputed(value)) : hasComputed(node);
}
