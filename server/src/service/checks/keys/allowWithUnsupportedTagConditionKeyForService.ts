import type { Check } from '../check';
import { resourceTagKeys, withoutResourceTags } from './tagConditions';

export const allowWithUnsupportedTagConditionKeyForService: Check = {
  code: 'ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE',
  type: 'SUGGESTION',
  kinds: 'all',
  summary: 'Allow depends on a tag of the resource, and an action has no resource with tags.',
  statement(statement, context) {
    if (statement.effect !== 'Allow' || statement.usesNotAction) return;
    const keys = resourceTagKeys(statement);
    if (keys.length === 0) return;
    for (const { service, actions } of withoutResourceTags(statement, context)) {
      const names = actions.map(({ text }) => text).join(', ');
      context.report(
        [...actions.map(({ node }) => node), ...keys],
        `${service.name} compares no tags of a resource for ${names}, so this statement does not allow it. Allow it in a statement without ${keys[0]!.text}.`,
      );
    }
  },
};
