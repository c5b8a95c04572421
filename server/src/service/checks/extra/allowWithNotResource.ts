import type { Check } from '../check';

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html
 */
export const allowWithNotResource: Check = {
  code: 'ALLOW_WITH_NOT_RESOURCE',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity', 'resource'],
  summary: 'Allow with NotResource allows every other resource, of other services included.',
  statement(statement, { kind, report }) {
    const entry = statement.element('NotResource');
    // A boundary or session policy allows nothing by itself.
    if (!entry || statement.effect !== 'Allow' || kind === 'boundary' || kind === 'session') return;
    report(
      entry.key,
      'This allows every resource but the listed ones, those of other services and those to come included. List in Resource what is needed.',
    );
  },
};
