import type { Check } from '../check';

export const s3PrefixInNegativeContext: Check = {
  code: 'S3_PREFIX_IN_NEGATIVE_CONTEXT',
  type: 'SECURITY_WARNING',
  kinds: 'all',
  concerns: ({ lowerKey }) => lowerKey === 's3:prefix',
  summary: 's3:prefix says what may not be listed, which a shorter prefix gets around.',
  clause({ keyNode, lowerKey, operator }, { effect }, { report }) {
    if (lowerKey !== 's3:prefix' || operator?.family !== 'String' || effect === undefined) return;
    if ((effect === 'Deny') === operator.negated) return;
    report(
      keyNode,
      'Whoever asks for a shorter prefix gets around this. Say which prefixes may be listed: Allow with StringLike, or Deny with StringNotLike.',
    );
  },
};
