import type { AccessLevel, Action } from '../../catalog/catalog';
import type { ActionName } from '../../model/action';
import { rememberByThing } from '../../remember';
import type { Meaning } from '../actionLookup';
import type { Check } from '../check';
import { isOnEverything, reading } from './breadth';

const changing: ReadonlySet<AccessLevel> = new Set(['Write', 'Permissions management']);

/** Actions that a pattern takes in and that change things. */
function writesIn({ hasWildcard, name }: ActionName, { actions }: Meaning): readonly Action[] {
  return actions && hasWildcard && !reading.test(name) ? writesAmong(actions) : [];
}

const writesAmong = rememberByThing((actions: readonly Action[]) =>
  actions.filter(
    ({ accessLevels, resources }) =>
      resources.length > 0 && accessLevels.some((level) => changing.has(level)),
  ),
);

export const writeWildcardOnAllResources: Check = {
  code: 'WRITE_WILDCARD_ON_ALL_RESOURCES',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity'],
  needs: ['Allow', 'star', 'noCondition'],
  seeks: (action, meaning) => writesIn(action, meaning).length > 0,
  presumes: 'conditions',
  summary: 'An action with a wildcard takes in actions that change things, on every resource.',
  statement(statement, { kind, meaningOf, isSought, report }) {
    if (statement.effect !== 'Allow' || kind !== 'identity' || !isOnEverything(statement)) return;
    for (const pattern of statement.actions) {
      if (pattern.negated || !isSought(pattern)) continue;
      const writes = writesIn(pattern, meaningOf(pattern));
      if (writes.length === 0) continue;
      const example = writes[0]!.name;
      report(
        pattern.node,
        `${pattern.text} takes in ${writes.length} actions that change things (${example} …), here on every resource. Name the actions, or the resources.`,
      );
    }
  },
};
