import type { Check } from '../check';

export const invalidConditionKeyFormat: Check = {
  code: 'INVALID_CONDITION_KEY_FORMAT',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }) => !/^[^:]+:.+/.test(lowerKey),
  summary: 'A condition key is not of the form prefix:name.',
  clause({ keyNode, key }, _statement, { report }) {
    if (/^[^:]+:.+/.test(key) || key.includes('${')) return;
    report(keyNode, `"${key}" is no condition key: write prefix:name, such as aws:PrincipalArn.`);
  },
};
