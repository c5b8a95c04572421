import type { Check } from '../check';

/** A wildcard at the end of a field such as `us-*` stands for the fields behind it too. */
function isOpenEnded(text: string): boolean {
  return /:[\w?-]*\*$/.test(text);
}

export const missingArnField: Check = {
  code: 'MISSING_ARN_FIELD',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'An ARN has fewer fields than six.',
  resource({ node, arn, text }, _statement, { report }) {
    if (arn || !text.startsWith('arn:') || text.includes('${') || isOpenEnded(text)) return;
    report(
      node,
      `"${text}" lacks a part of an ARN: write arn:partition:service:region:account:resource, empty parts included.`,
    );
  },
};
