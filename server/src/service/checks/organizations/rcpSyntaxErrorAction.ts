import { hasWildcard } from '../../iam/wildcard';
import { isFullAccess } from './fullAccess';
import { rcpServices } from './rcpServices';
import type { Check } from '../check';

const advice = 'name the service before the colon, such as s3:*.';

export const rcpSyntaxErrorAction: Check = {
  code: 'RCP_SYNTAX_ERROR_ACTION',
  type: 'ERROR',
  kinds: ['rcp'],
  summary: 'An action that resource control policies do not support.',
  action({ node, prefix, name, negated, text }, statement, { catalog, report }) {
    if (negated || text.includes('$')) return;
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
