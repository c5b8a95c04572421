import type { Check } from '../check';

export const deprecatedGlobalConditionKey: Check = {
  code: 'DEPRECATED_GLOBAL_CONDITION_KEY',
  type: 'WARNING',
  kinds: 'all',
  concerns: ({ lowerKey }) => lowerKey === 'aws:arn',
  summary: 'The key aws:ARN is used.',
  clause({ keyNode, lowerKey }, _statement, { kind, report }) {
    if (lowerKey !== 'aws:arn' || kind === 'resource') return;
    report(
      keyNode,
      'aws:ARN is no longer supported. Use aws:PrincipalArn for the caller, or aws:SourceArn for the source.',
      {
        data: { replacements: ['aws:PrincipalArn', 'aws:SourceArn'] },
        tag: 'deprecated',
      },
    );
  },
};
