import type { Action } from '../../catalog/catalog';
import type { ActionName } from '../../model/action';
import type { Meaning } from '../actionLookup';
import type { Check } from '../check';
import { isOnEverything } from './breadth';
import { credentialActions } from './credentialActions';

/** Service prefixes of the actions. */
const prefixes: ReadonlySet<string> = new Set(
  [...credentialActions.keys()].map((action) => action.slice(0, action.indexOf(':'))),
);

/** The first of the actions that hands out credentials. */
function handingOut({ prefix }: ActionName, { actions }: Meaning): Action | undefined {
  if (prefix === undefined || !prefixes.has(prefix)) return undefined;
  return actions?.find(({ name }) => credentialActions.has(`${prefix}:${name.toLowerCase()}`));
}

export const credentialsExposure: Check = {
  code: 'CREDENTIALS_EXPOSURE',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity'],
  needs: ['Allow', 'star', 'noCondition'],
  seeks: (action, meaning) => handingOut(action, meaning) !== undefined,
  presumes: 'conditions',
  summary: 'An action that hands out credentials is allowed on every resource.',
  statement(statement, { kind, meaningOf, isSought, report }) {
    if (statement.effect !== 'Allow' || kind !== 'identity' || !isOnEverything(statement)) return;
    for (const pattern of statement.actions) {
      if (pattern.negated || !isSought(pattern)) continue;
      const found = handingOut(pattern, meaningOf(pattern));
      if (!found) continue;
      const hands = credentialActions.get(`${pattern.prefix}:${found.name.toLowerCase()}`)!;
      const name = pattern.hasWildcard ? `${pattern.text} takes in ${found.name}, which` : pattern.text;
      report(pattern.node, `${name} hands out ${hands}. Name the resources that are meant.`);
    }
  },
};
