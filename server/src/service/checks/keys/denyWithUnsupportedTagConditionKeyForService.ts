import type { Check } from '../check';
import { reportWithoutTags } from './tagConditions';

export const denyWithUnsupportedTagConditionKeyForService: Check = {
  code: 'DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SECURITY_WARNING',
  kinds: 'all',
  needs: ['Deny', 'Action', 'resourceTag'],
  summary: 'Deny depends on a tag of the resource, and an action has no resource with tags.',
  statement(statement, context) {
    reportWithoutTags(
      statement,
      'Deny',
      context,
      (service, actions, key) =>
        `${service} compares no tags of a resource for ${actions}, so this statement does not deny it. Deny it in a statement without ${key}.`,
    );
  },
};
