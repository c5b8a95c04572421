import type { Check } from '../check';
import { isOnEverything } from './breadth';
import { credentialActions } from './credentialActions';

/** Service prefixes of the actions. */
const prefixes: ReadonlySet<string> = new Set(
  [...credentialActions.keys()].map((action) => action.slice(0, action.indexOf(':'))),
);

export const credentialsExposure: Check = {
  code: 'CREDENTIALS_EXPOSURE',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['identity'],
  needs: ['Allow', 'star', 'noCondition'],
  presumes: 'conditions',
  summary: 'An action that hands out credentials is allowed on every resource.',
  statement(statement, { kind, meaningOf, report }) {
    if (statement.effect !== 'Allow' || kind !== 'identity' || !isOnEverything(statement)) return;
    for (const pattern of statement.actions) {
      const { prefix, negated } = pattern;
      if (negated || prefix === undefined || !prefixes.has(prefix)) continue;
      const found = meaningOf(pattern).actions?.find(({ name }) =>
        credentialActions.has(`${prefix}:${name.toLowerCase()}`),
      );
      if (!found) continue;
      const hands = credentialActions.get(`${prefix}:${found.name.toLowerCase()}`)!;
      const name = pattern.hasWildcard ? `${pattern.text} takes in ${found.name}, which` : pattern.text;
      report(pattern.node, `${name} hands out ${hands}. Name the resources that are meant.`);
    }
  },
};
