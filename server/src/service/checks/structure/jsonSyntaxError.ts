import type { Check } from '../check';

export const jsonSyntaxError: Check = {
  code: 'JSON_SYNTAX_ERROR',
  type: 'ERROR',
  kinds: 'all',
  summary: 'The text is not well-formed JSON.',
  document(policy, { report }) {
    const first = policy.problems.find(({ isOfHost }) => !isOfHost);
    if (first) report(first, `${first.message}.`);
  },
};
