import type { Check } from '../check';

export const missingVersion: Check = {
  code: 'MISSING_VERSION',
  type: 'WARNING',
  kinds: 'all',
  summary: 'No Version: the old language is assumed, without policy variables.',
  document(policy, { report }) {
    if (policy.isPartial || policy.root?.kind !== 'object' || policy.element('Version')) return;
    report(
      policy.root,
      'Without Version the language of 2008 counts, which knows no policy variables. Add "Version": "2012-10-17".',
    );
  },
};
