import type { Check } from '../check';
import { reportNotActionWithTags } from './tagConditions';

export const allowNotactionWithUnsupportedTagConditionKeyForService: Check = {
  code: 'ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SUGGESTION',
  kinds: 'all',
  needs: ['Allow', 'NotAction', 'resourceTag'],
  summary: 'Allow with NotAction depends on a tag of the resource, which many actions have not.',
  statement(statement, context) {
    reportNotActionWithTags(
      statement,
      'Allow',
      context,
      (key) =>
        `Only actions whose resources have tags are allowed here: ${key} is missing from all other requests. Name the actions in Action.`,
    );
  },
};
