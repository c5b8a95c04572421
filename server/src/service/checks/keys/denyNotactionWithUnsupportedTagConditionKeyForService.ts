import type { Check } from '../check';
import { resourceTagKeys } from './tagConditions';

export const denyNotactionWithUnsupportedTagConditionKeyForService: Check = {
  code: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SECURITY_WARNING',
  kinds: 'all',
  summary: 'Deny with NotAction depends on a tag of the resource, which many actions have not.',
  statement(statement, { report }) {
    const notAction = statement.element('NotAction');
    if (statement.effect !== 'Deny' || !notAction) return;
    const keys = resourceTagKeys(statement);
    if (keys.length === 0) return;
    report(
      [notAction, ...keys],
      `Only actions whose resources have tags are denied here: ${keys[0]!.text} is missing from all other requests. Name the actions in Action.`,
    );
  },
};
