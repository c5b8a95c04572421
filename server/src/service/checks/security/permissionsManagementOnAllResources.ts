import type { Action } from '../../catalog/catalog';
import type { ActionName } from '../../model/action';
import type { Check } from '../check';
import { isOnEverything } from './breadth';
import { escalationPaths } from './escalationPaths';

/** Actions that are a way to escalate privileges by themselves, which a check of its own tells. */
const escalating: ReadonlySet<string> = new Set(
  escalationPaths.flatMap(({ actions }) => (actions.length === 1 ? actions : [])),
);

export const permissionsManagementOnAllResources: Check = {
  code: 'PERMISSIONS_MANAGEMENT_ON_ALL_RESOURCES',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity'],
  needs: ['Allow', 'star', 'noCondition'],
  seeks: (action, { actions }) => isSingle(action) && (actions?.some(managesPermissions) ?? false),
  presumes: 'conditions',
  summary: 'An action that changes who may do what is allowed on every resource.',
  statement(statement, { kind, meaningOf, isSought, report }) {
    if (statement.effect !== 'Allow' || kind !== 'identity' || !isOnEverything(statement)) return;
    for (const pattern of statement.actions) {
      if (pattern.negated || !isSought(pattern) || !isSingle(pattern)) continue;
      if (!meaningOf(pattern).actions?.some(managesPermissions)) continue;
      report(
        pattern.node,
        `${pattern.text} changes who may do what, here on every resource. Name the resources that are meant.`,
      );
    }
  },
};

/** What wildcards take in is told by WRITE_WILDCARD_ON_ALL_RESOURCES. */
function isSingle({ hasWildcard, lower }: ActionName): boolean {
  return !hasWildcard && !escalating.has(lower);
}

function managesPermissions({ accessLevels, resources }: Action): boolean {
  return resources.length > 0 && accessLevels.includes('Permissions management');
}
