import { findRedundant } from '../../iam/redundant';
import type { Check } from '../check';

export const redundantResource: Check = {
  code: 'REDUNDANT_RESOURCE',
  type: 'SUGGESTION',
  kinds: 'all',
  summary: 'A resource is covered by another one of the list, or repeated.',
  statement(statement, { report }) {
    for (const name of ['Resource', 'NotResource'] as const) {
      const node = statement.value(name);
      if (node?.kind !== 'array' || node.items.length < 2) continue;
      const strings = node.items.filter((item) => item.kind === 'string');
      for (const { cover, members } of findRedundant(strings, (text) => text)) {
        report(members, `"${cover}" covers the others of this group; they can go.`, { tag: 'unnecessary' });
      }
    }
  },
};
