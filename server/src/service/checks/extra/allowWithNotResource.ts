import type { Check } from '../check';
import { allowedButListed } from './allowedButListed';

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html
 */
export const allowWithNotResource: Check = {
  code: 'ALLOW_WITH_NOT_RESOURCE',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity', 'resource'],
  needs: ['Allow', 'NotResource'],
  summary: 'Allow with NotResource allows every other resource, of other services included.',
  statement(statement, context) {
    const entry = allowedButListed(statement, 'NotResource', context);
    if (!entry) return;
    context.report(
      entry.key,
      'This allows every resource but the listed ones, those of other services and those to come included. List in Resource what is needed.',
    );
  },
};
