import type { AccessLevel } from '../../catalog/catalog';
import type { Check } from '../check';
import { isOnEverything } from './breadth';

const changing: ReadonlySet<AccessLevel> = new Set(['Write', 'Permissions management']);

/** Names of reading actions, some of which the reference calls Write. */
const reading = /^(batch_?)?(get|list|describe|search|view|lookup|query)/;

export const writeWildcardOnAllResources: Check = {
  code: 'WRITE_WILDCARD_ON_ALL_RESOURCES',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity'],
  needs: ['Allow', 'star', 'noCondition', 'wildcardAction'],
  presumes: 'conditions',
  summary: 'An action with a wildcard takes in actions that change things, on every resource.',
  statement(statement, { kind, meaningOf, report }) {
    if (statement.effect !== 'Allow' || kind !== 'identity' || !isOnEverything(statement)) return;
    for (const pattern of statement.actions) {
      if (!pattern.hasWildcard || pattern.negated || reading.test(pattern.name)) continue;
      const writes = meaningOf(pattern).actions?.filter(
        ({ accessLevels, resources }) =>
          resources.length > 0 && accessLevels.some((level) => changing.has(level)),
      );
      if (!writes?.length) continue;
      const example = writes[0]!.name;
      report(
        pattern.node,
        `${pattern.text} takes in ${writes.length} actions that change things (${example} …), here on every resource. Name the actions, or the resources.`,
      );
    }
  },
};
