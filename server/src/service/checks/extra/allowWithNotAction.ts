import type { Check } from '../check';
import { allowedButListed } from './allowedButListed';

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
 */
export const allowWithNotAction: Check = {
  code: 'ALLOW_WITH_NOT_ACTION',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity', 'resource'],
  needs: ['Allow', 'NotAction'],
  summary: 'Allow with NotAction allows everything else, what AWS adds later included.',
  statement(statement, context) {
    const entry = allowedButListed(statement, 'NotAction', context);
    if (!entry) return;
    if (!statement.usesNotResource && !statement.resources.some(({ isStar }) => isStar)) return;
    context.report(
      entry.key,
      'This allows every action but the listed ones, in all services and in those to come. List in Action what is needed.',
    );
  },
};
