import { isKnownServicePrincipal } from '../../catalog/servicePrincipals';
import { isArnService } from '../../iam/arnServices';
import { closest } from '../../iam/closest';
import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';

export const invalidService: Check = {
  code: 'INVALID_SERVICE',
  type: 'ERROR',
  kinds: 'all',
  summary: 'There is no such service.',
  resource(resource, _statement, { catalog, report }) {
    const service = resource.plainArn?.service;
    if (service === undefined || hasWildcard(service) || isArnService(service.toLowerCase(), catalog)) return;
    const replacements = closest(service, catalog.prefixes).map((found) =>
      resource.text.replace(`:${service}:`, `:${found}:`),
    );
    report(resource, `There is no service "${service}".`, { data: { replacements } });
  },
  clause({ lowerKey, values }, _statement, { catalog, report }) {
    if (!lowerKey.startsWith('aws:calledvia')) return;
    for (const node of values) {
      const name = node.kind === 'string' ? /^([a-z0-9-]+)\.amazonaws\.com$/.exec(node.text)?.[1] : undefined;
      if (name === undefined || isArnService(name, catalog)) continue;
      if (node.kind === 'string' && isKnownServicePrincipal(catalog, node.text)) continue;
      report(node, `There is no service "${name}".`);
    }
  },
};
