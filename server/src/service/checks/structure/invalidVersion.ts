import type { Check } from '../check';

export const invalidVersion: Check = {
  code: 'INVALID_VERSION',
  type: 'ERROR',
  kinds: 'all',
  summary: 'Version is neither 2012-10-17 nor 2008-10-17.',
  document(policy, { kind, report }) {
    const node = policy.value('Version');
    if (node?.kind !== 'string' || node.text === '2012-10-17') return;
    if (node.text === '2008-10-17' && kind !== 'rcp') return;
    report(
      node,
      `There is no version "${node.text}" of the policy language that could stand here: write 2012-10-17.`,
      {
        data: { replacements: ['2012-10-17'] },
      },
    );
  },
};
