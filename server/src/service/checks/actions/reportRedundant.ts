import { findRedundant } from '../../iam/redundant';
import type { StatementElement, Statement } from '../../model/statement';
import type { CheckContext } from '../check';

/** Tells each group of strings of the elements' lists in which one covers the rest, compared after `normalise`. */
export function reportRedundant(
  statement: Statement,
  elements: readonly StatementElement[],
  normalise: (text: string) => string,
  report: CheckContext['report'],
): void {
  for (const name of elements) {
    const node = statement.value(name);
    if (node?.kind !== 'array' || node.items.length < 2) continue;
    const strings = node.items.filter((item) => item.kind === 'string');
    for (const { cover, members } of findRedundant(strings, normalise)) {
      report(members, `"${cover}" covers the others of this group; they can go.`, { tag: 'unnecessary' });
    }
  }
}
