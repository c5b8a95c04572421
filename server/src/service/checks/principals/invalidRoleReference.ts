import { isRoleId } from '../../iam/principals';
import type { Check } from '../check';

export const invalidRoleReference: Check = {
  code: 'INVALID_ROLE_REFERENCE',
  type: 'WARNING',
  kinds: ['resource', 'trust'],
  summary: 'A principal is the unique id of a role instead of its ARN.',
  principal({ type, node, text }, _statement, { report }) {
    if (type !== 'AWS' || !isRoleId(text)) return;
    report(
      node,
      `"${text}" is the unique id of a role, which AWS shows when the role was deleted. Write the ARN of a role that exists.`,
    );
  },
};
