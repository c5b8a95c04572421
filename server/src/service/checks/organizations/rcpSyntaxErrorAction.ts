import { hasWildcard } from '../../iam/wildcard';
import { isFullAccess } from './fullAccess';
import { rcpServices } from './rcpServices';
import type { Check } from '../check';
import { hasComputed } from '../../model/nodes';
import type { Statement } from '../../model/statement';

const advice = 'name the service before the colon, such as s3:*.';

/** It may be the statement that allows everything, which Organizations puts there itself. */
function isOpen(statement: Statement): boolean {
  const elements = ['Effect', 'Principal', 'Resource'] as const;
  return elements.some((name) => hasComputed(statement.value(name)));
}

export const rcpSyntaxErrorAction: Check = {
  code: 'RCP_SYNTAX_ERROR_ACTION',
  type: 'ERROR',
  kinds: ['rcp'],
  summary: 'An action that resource control policies do not support.',
  action({ node, prefix, name, negated, text }, statement, { catalog, report }) {
    if (negated || text.includes('$') || isOpen(statement)) return;
    if (prefix === undefined) {
      if (/^\*+$/.test(name) && !isFullAccess(statement))
        report(node, `A resource control policy can not be about every service: ${advice}`);
    } else if (hasWildcard(prefix)) {
      report(
        node,
        `"${text}" leaves the service open, which a resource control policy can not do: ${advice}`,
      );
    } else if (!rcpServices.has(prefix) && catalog.hasService(prefix)) {
      report(
        node,
        `Resource control policies do not work for ${catalog.serviceName(prefix) ?? prefix}. Take "${text}" out.`,
      );
    }
  },
};
