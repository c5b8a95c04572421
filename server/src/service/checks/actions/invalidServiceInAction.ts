import { closest, didYouMean } from '../../iam/closest';
import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';

export const invalidServiceInAction: Check = {
  code: 'INVALID_SERVICE_IN_ACTION',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'There is no service with the prefix of the action.',
  action({ node, prefix, name, text }, _statement, { catalog, report }) {
    if (prefix === undefined || hasWildcard(prefix) || prefix.includes('$')) return;
    if (catalog.hasService(prefix) || catalog.retiredPrefixes.has(prefix)) return;
    const replacements = closest(prefix, catalog.prefixes)
      .filter((found) => hasWildcard(name) || catalog.service(found)?.actions.has(name))
      .map((found) => found + text.slice(prefix.length));
    report(node, `There is no service "${text.slice(0, prefix.length)}".${didYouMean(replacements)}`, {
      data: { replacements },
    });
  },
  partialAction(action, _statement, { catalog, report }) {
    const prefix = action.prefix?.toLowerCase();
    if (prefix === undefined || !/^[\w-]+$/.test(prefix)) return;
    if (catalog.hasService(prefix) || catalog.retiredPrefixes.has(prefix)) return;
    report(action, `There is no service "${prefix}".`);
  },
};
