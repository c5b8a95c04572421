import { isUserId } from '../../iam/principals';
import type { Check } from '../check';

export const invalidUserReference: Check = {
  code: 'INVALID_USER_REFERENCE',
  type: 'WARNING',
  kinds: ['resource', 'trust'],
  summary: 'A principal is the unique id of a user instead of its ARN.',
  principal({ type, node, text }, _statement, { report }) {
    if (type !== 'AWS' || !isUserId(text)) return;
    report(
      node,
      `"${text}" is the unique id of a user, which AWS shows when the user was deleted. Write the ARN of a user that exists.`,
    );
  },
};
