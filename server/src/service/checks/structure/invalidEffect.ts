import { closest } from '../../iam/closest';
import type { Check } from '../check';

const effects = ['Allow', 'Deny'];

export const invalidEffect: Check = {
  code: 'INVALID_EFFECT',
  type: 'ERROR',
  kinds: 'all',
  needs: ['Effect', 'noEffect'],
  summary: 'Effect is neither Allow nor Deny.',
  statement(statement, { report }) {
    const node = statement.value('Effect');
    if (node?.kind !== 'string' || effects.includes(node.text)) return;
    report(node, `Effect must be exactly "Allow" or "Deny", not "${node.text}".`, {
      data: { replacements: closest(node.text, effects) },
    });
  },
};
