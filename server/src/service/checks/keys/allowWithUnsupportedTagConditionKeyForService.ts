import type { Check } from '../check';
import { reportWithoutTags } from './tagConditions';

export const allowWithUnsupportedTagConditionKeyForService: Check = {
  code: 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SUGGESTION',
  kinds: 'all',
  needs: ['Allow', 'Action', 'resourceTag'],
  summary: 'Allow depends on a tag of the resource, and an action has no resource with tags.',
  statement(statement, context) {
    reportWithoutTags(
      statement,
      'Allow',
      context,
      (service, actions, key) =>
        `${service} compares no tags of a resource for ${actions}, so this statement does not allow it. Allow it in a statement without ${key}.`,
    );
  },
};
