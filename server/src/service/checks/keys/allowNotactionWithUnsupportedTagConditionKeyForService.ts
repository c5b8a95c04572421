import type { Check } from '../check';
import { resourceTagKeys } from './tagConditions';

export const allowNotactionWithUnsupportedTagConditionKeyForService: Check = {
  code: 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SUGGESTION',
  kinds: 'all',
  summary: 'Allow with NotAction depends on a tag of the resource, which many actions have not.',
  statement(statement, { report }) {
    const notAction = statement.element('NotAction');
    if (statement.effect !== 'Allow' || !notAction) return;
    const keys = resourceTagKeys(statement);
    if (keys.length === 0) return;
    report(
      [notAction, ...keys],
      `Only actions whose resources have tags are allowed here: ${keys[0]!.text} is missing from all other requests. Name the actions in Action.`,
    );
  },
};
