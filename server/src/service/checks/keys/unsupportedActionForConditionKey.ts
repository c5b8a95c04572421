import { failsWithoutKey } from '../../iam/operators';
import type { Check } from '../check';
import { actionsByKey } from './actionsByKey';

/**
 * Keys, lower case, of which AWS's guides say themselves with which few actions they come. Of other keys the
 * authorization reference does not list every action, so that "not listed" says too little.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
const keysOfFewActions: ReadonlySet<string> = new Set([
  's3:delimiter',
  's3:max-keys',
  's3:prefix',
  's3:x-amz-acl',
  's3:x-amz-copy-source',
  's3:x-amz-server-side-encryption',
  's3:x-amz-server-side-encryption-aws-kms-key-id',
  'iam:awsservicename',
  'iam:passedtoservice',
]);

export const unsupportedActionForConditionKey: Check = {
  code: 'UNSUPPORTED_ACTION_FOR_CONDITION_KEY',
  type: 'ERROR',
  severity: 'warning',
  kinds: 'all',
  concerns: ({ lowerKey }) => keysOfFewActions.has(lowerKey),
  summary: 'A named action never comes with the condition key, so its condition is never met.',
  clause({ keyNode, key, lowerKey, operator }, statement, context) {
    if (!keysOfFewActions.has(lowerKey) || !operator || !failsWithoutKey(operator)) return;
    const verb = statement.effect === 'Deny' ? 'denied' : 'allowed';
    for (const action of actionsByKey(statement, key, context)?.lacking ?? []) {
      if (action.hasWildcard) continue;
      const message = `Requests for ${action.text} have no ${key}, so this never gets ${verb}. Move it to a statement without that condition.`;
      context.report([action.node, keyNode], message);
    }
  },
};
