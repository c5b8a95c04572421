import type { Check } from '../check';

const current = '2012-10-17';

/**
 * The older version of the policy language, which knows no policy variables.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html
 */
export const oldVersion: Check = {
  code: 'OLD_VERSION',
  type: 'SUGGESTION',
  kinds: 'all',
  summary: 'The policy is written in the language of 2008.',
  document(policy, { report }) {
    const node = policy.value('Version');
    if (node?.kind !== 'string' || node.text !== '2008-10-17') return;
    report(node, `2008-10-17 is the old policy language, without policy variables. Write "${current}".`, {
      tag: 'deprecated',
      data: { replacements: [current] },
    });
  },
};
