import { hasWildcard } from '../../iam/wildcard';
import { servicesOf } from './policyServices';
import type { Check } from '../check';

export const unsupportedResourceArnInPolicy: Check = {
  code: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
  type: 'ERROR',
  kinds: ['resource'],
  summary: 'A resource can not stand in the policy of this resource.',
  resource({ node, arn, text }, _statement, { certain, resourceType, report }) {
    const services = certain ? servicesOf(resourceType) : undefined;
    if (!services || !arn || hasWildcard(arn.service) || services.includes(arn.service.toLowerCase())) return;
    report(node, `The policy of an ${resourceType} is only about that resource; not "${text}".`);
  },
};
