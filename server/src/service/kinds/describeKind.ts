import { nameOfResource } from '../../protocol/resourcePolicies';
import type { PolicyKind } from '../../protocol/settings';
import type { KindOfPolicy } from '../checks/check';

const phrases: Record<PolicyKind, string> = {
  identity: 'Permission policy: what a user, group or role may do',
  trust: 'Trust policy: who may assume this role',
  resource: 'Resource policy: who may use this resource',
  boundary: 'Permissions boundary: the most that a user or role may ever do',
  session: 'Session policy: what of its permissions a session keeps',
  scp: 'Service control policy: the most that accounts of the organization may do',
  rcp: 'Resource control policy: the most that may be done to resources of the organization',
};

/** What a policy of the kind is for, in plain words. */
export function describeKind({ kind, resourceType }: Pick<KindOfPolicy, 'kind' | 'resourceType'>): string {
  const resource = kind === 'resource' ? nameOfResource(resourceType) : undefined;
  return resource === undefined ? phrases[kind] : `Resource policy of ${resource}: who may use it`;
}
