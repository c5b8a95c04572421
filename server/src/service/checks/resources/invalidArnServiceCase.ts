import { isArnService } from '../../iam/arnServices';
import { hasWildcard } from '../../iam/wildcard';
import type { Check } from '../check';

export const invalidArnServiceCase: Check = {
  code: 'INVALID_ARN_SERVICE_CASE',
  type: 'ERROR',
  kinds: 'all',
  restsOnText: true,
  summary: 'The service of an ARN has capitals.',
  resource(resource, _statement, { catalog, report }) {
    const service = resource.plainArn?.service;
    if (service === undefined || hasWildcard(service)) return;
    const lower = service.toLowerCase();
    if (lower === service || !isArnService(lower, catalog)) return;
    report(resource, `The service of an ARN is written small: "${lower}", not "${service}".`, {
      data: { replacements: [resource.text.replace(service, lower)] },
    });
  },
  partialResource(resource, _statement, { catalog, report }) {
    const service = resource.field('service') ?? '';
    const lower = service.toLowerCase();
    if (lower === service || !isArnService(lower, catalog)) return;
    report(resource, `The service of an ARN is written small: "${lower}", not "${service}".`);
  },
};
