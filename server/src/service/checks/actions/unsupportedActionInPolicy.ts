import { hasWildcard } from '../../iam/wildcard';
import { servicesOf } from './policyServices';
import type { Check } from '../check';

export const unsupportedActionInPolicy: Check = {
  code: 'UNSUPPORTED_ACTION_IN_POLICY',
  type: 'ERROR',
  kinds: ['resource'],
  summary: 'An action can not stand in the policy of this resource.',
  action({ node, prefix, text }, _statement, { certain, resourceType, report }) {
    const services = certain ? servicesOf(resourceType) : undefined;
    if (!services || prefix === undefined || hasWildcard(prefix) || services.includes(prefix)) return;
    report(
      node,
      `The policy of an ${resourceType} is only about actions of ${services.join(' and ')}; not "${text}".`,
    );
  },
};
