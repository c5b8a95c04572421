import type { Check } from '../check';
import { reportNotActionWithTags } from './tagConditions';

export const denyNotactionWithUnsupportedTagConditionKeyForService: Check = {
  code: 'DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SECURITY_WARNING',
  kinds: 'all',
  needs: ['Deny', 'NotAction', 'resourceTag'],
  summary: 'Deny with NotAction depends on a tag of the resource, which many actions have not.',
  statement(statement, context) {
    reportNotActionWithTags(
      statement,
      'Deny',
      context,
      (key) =>
        `Only actions whose resources have tags are denied here: ${key} is missing from all other requests. Name the actions in Action.`,
    );
  },
};
