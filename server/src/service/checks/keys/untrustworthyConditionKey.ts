import type { Check } from '../check';

/**
 * Keys, lower case, whose value the caller sets freely.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-useragent
 */
const setByCaller: ReadonlySet<string> = new Set(['aws:useragent', 'aws:referer']);

export const untrustworthyConditionKey: Check = {
  code: 'UNTRUSTWORTHY_CONDITION_KEY',
  type: 'SECURITY_WARNING',
  kinds: 'all',
  concerns: ({ lowerKey }) => setByCaller.has(lowerKey),
  summary: 'Access rests on a condition key whose value the caller chooses.',
  clause({ keyNode, key, lowerKey }, _statement, { report }) {
    if (!setByCaller.has(lowerKey)) return;
    report(
      keyNode,
      `Callers choose what ${key} says, so it keeps nobody out. Use a key that AWS sets, such as aws:PrincipalArn.`,
    );
  },
};
