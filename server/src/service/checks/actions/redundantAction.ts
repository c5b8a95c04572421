import { holdsRedundant } from '../../iam/redundant';
import type { ActionPattern } from '../../model/action';
import type { Check } from '../check';
import { reportRedundant } from './reportRedundant';

const lowerOf = ({ lower }: ActionPattern) => lower;

export const redundantAction: Check = {
  code: 'REDUNDANT_ACTION',
  type: 'SUGGESTION',
  kinds: 'all',
  needs: ['severalActions'],
  summary: 'An action is covered by another one of the list, or repeated.',
  statement({ actions }, { report }) {
    const patterns = actions.filter(({ isPattern }) => isPattern);
    if (!holdsRedundant(actions.map(lowerOf), patterns.map(lowerOf))) return;
    for (const negated of [false, true]) {
      const list = actions.filter((action) => action.negated === negated);
      reportRedundant(
        list.map(({ node, lower }) => ({ node, text: lower })),
        report,
      );
    }
  },
};
