import type { Check } from '../check';

/**
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
 */
export const allowWithNotAction: Check = {
  code: 'ALLOW_WITH_NOT_ACTION',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity', 'resource'],
  summary: 'Allow with NotAction allows everything else, what AWS adds later included.',
  statement(statement, { kind, report }) {
    const entry = statement.element('NotAction');
    // A boundary or session policy allows nothing by itself.
    if (!entry || statement.effect !== 'Allow' || kind === 'boundary' || kind === 'session') return;
    if (!statement.usesNotResource && !statement.resources.some(({ isStar }) => isStar)) return;
    report(
      entry.key,
      'This allows every action but the listed ones, in all services and in those to come. List in Action what is needed.',
    );
  },
};
