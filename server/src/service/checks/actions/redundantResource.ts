import { holdsRedundant } from '../../iam/redundant';
import type { Check } from '../check';
import { reportRedundant } from './reportRedundant';

export const redundantResource: Check = {
  code: 'REDUNDANT_RESOURCE',
  type: 'SUGGESTION',
  kinds: 'all',
  needs: ['severalResources'],
  summary: 'A resource is covered by another one of the list, or repeated.',
  statement({ resources }, { report }) {
    if (!holdsRedundant(resources.map(({ text }) => text))) return;
    for (const negated of [false, true]) {
      reportRedundant(
        resources.filter((resource) => resource.negated === negated),
        report,
      );
    }
  },
};
