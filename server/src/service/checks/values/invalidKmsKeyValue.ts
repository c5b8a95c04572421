import type { Check } from '../check';
import { literalTexts } from './literalTexts';

/** Condition keys that hold the ARN of a KMS key, lower case. */
const kmsKeys: ReadonlySet<string> = new Set(['s3:x-amz-server-side-encryption-aws-kms-key-id']);

export const invalidKmsKeyValue: Check = {
  code: 'INVALID_KMS_KEY_VALUE',
  type: 'ERROR',
  kinds: 'all',
  concerns: ({ lowerKey }) => kmsKeys.has(lowerKey),
  summary: 'A condition key that holds a KMS key is compared with something else than its ARN.',
  clause(clause, _statement, { report }) {
    if (!kmsKeys.has(clause.lowerKey)) return;
    for (const node of literalTexts(clause)) {
      if (/^arn:[\w-]+:kms:[\w-]+:\d{12}:(key|alias)\/.+/.test(node.text)) continue;
      report(
        node,
        `${clause.key} holds the ARN of a KMS key (arn:aws:kms:…:key/…), so "${node.text}" never matches.`,
      );
    }
  },
};
