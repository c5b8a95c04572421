import type { Catalog } from '../../catalog/catalog';
import { actionLookupFor } from '../../checks/actionLookup';
import type { OffsetRange } from '../../model/nodes';
import type { PolicyDocument } from '../../model/policyDocument';
import { describeActionPattern } from '../hover/action';

/** A few words beside the text that are not part of it. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string | undefined;
}

/** How many actions a wildcard stands for, behind it. Silent about services that the catalog does not have. */
export function inlayHints(policy: PolicyDocument, within: OffsetRange, catalog: Catalog): InlayHint[] {
  const meaningOf = actionLookupFor(catalog);
  return policy.statements
    .filter(({ range }) => range.start <= within.end && within.start <= range.end)
    .flatMap(({ actions }) => actions)
    .filter(({ node, hasWildcard }) => hasWildcard && holds(within, node.range.end))
    .flatMap((pattern) => {
      const { actions } = meaningOf(pattern);
      if (!actions) return [];
      const label = actions.length === 1 ? '1 action' : `${actions.length || 'no'} actions`;
      return {
        offset: pattern.node.range.end,
        label,
        tooltip: describeActionPattern(pattern.text, catalog),
      };
    });
}

function holds({ start, end }: OffsetRange, offset: number): boolean {
  return start <= offset && offset <= end;
}
