import type { PolicyKind } from '../../protocol/settings';
import type { KindOfPolicy } from '../checks/check';
import type { PolicyDocument } from '../model/policyDocument';
import type { Statement } from '../model/statement';
import { rememberByText } from '../remember';
import { resourceTypeFromFileName, resourceTypeFromShape } from './resourceTypes';

/** File names that say the kind. The first match counts; names are compared in lower case. */
const fileNames: readonly (readonly [RegExp, PolicyKind])[] = [
  [/trust[-_.]?(relationship|policy)|assume[-_.]?role[-_.]?policy/, 'trust'],
  [/permissions?[-_.]?boundary/, 'boundary'],
  [/session[-_.]?policy/, 'session'],
  [/(^|[-_.])scp([-_.]|$)|service[-_.]?control[-_.]?policy/, 'scp'],
  [/(^|[-_.])rcp([-_.]|$)|resource[-_.]?control[-_.]?policy/, 'rcp'],
];

/** The kind that a file's name (last part of its path) gives away. */
export const kindFromFileName = rememberByText((name): KindOfPolicy | undefined => {
  const lower = name.toLowerCase();
  const match = fileNames.find(([pattern]) => pattern.test(lower));
  return match && { kind: match[1], certain: true };
}, 1000);

const identityName = /(permissions?|identity|managed|inline)[-_.]?policy/;

/**
 * The kind by the file's name, else by the policy's shape. A name such as `queue-policy.json` may also be given to what
 * somebody may do with a queue, and `permissions-policy.json` to who may use a repository, so that these only count
 * where the shape agrees.
 */
export function kindOf(fileName: string, policy: PolicyDocument): KindOfPolicy {
  const byName = kindFromFileName(fileName);
  if (byName) return byName;
  const shape = kindFromShape(policy);
  const lower = fileName.toLowerCase();
  if (shape.kind === 'identity') return { kind: 'identity', certain: identityName.test(lower) };
  // A statement without actions yet looks like one of a trust policy.
  const isOpen = shape.kind === 'trust' && policy.statements.every(({ actions }) => actions.length === 0);
  if (shape.kind !== 'resource' && !isOpen) return shape;
  const resourceType = resourceTypeFromFileName(lower);
  return resourceType === undefined ? shape : { kind: 'resource', certain: true, resourceType };
}

/**
 * The kind that a policy's own elements speak for: a trust policy names principals and `sts:` actions and has no
 * resource, another policy with principals belongs to a resource, the rest belongs to an identity.
 */
export function kindFromShape(policy: PolicyDocument): KindOfPolicy {
  const withPrincipal = policy.statements.filter(hasPrincipal);
  if (withPrincipal.length === 0) {
    return { kind: looksLikeUnfinishedTrust(policy) ? 'trust' : 'identity', certain: false };
  }
  const isTrust = policy.statements.every(
    (statement) =>
      (!hasResource(statement) && (!hasPrincipal(statement) || hasOnlySts(statement))) ||
      letsServicesAssume(statement),
  );
  if (isTrust) return { kind: 'trust', certain: false };
  const resourceType = resourceTypeFromShape(policy);
  return { kind: 'resource', certain: false, ...(resourceType !== undefined && { resourceType }) };
}

/** Statements that only assume roles and name no resource are a trust policy whose principal is still to come. */
function looksLikeUnfinishedTrust(policy: PolicyDocument): boolean {
  return (
    policy.statements.length > 0 &&
    policy.statements.every(
      (statement) => !hasResource(statement) && statement.actions.length > 0 && hasOnlyAssume(statement),
    )
  );
}

function hasPrincipal(statement: Statement): boolean {
  return Boolean(statement.element('Principal') ?? statement.element('NotPrincipal'));
}

function hasResource(statement: Statement): boolean {
  return Boolean(statement.element('Resource') ?? statement.element('NotResource'));
}

function hasOnlySts(statement: Statement): boolean {
  // An empty string is an action that is about to be typed.
  return statement.actions.every(({ prefix, text }) => prefix === 'sts' || text === '');
}

function hasOnlyAssume(statement: Statement): boolean {
  return statement.actions.every(({ prefix, name }) => prefix === 'sts' && name.startsWith('assumerole'));
}

/** Only a trust policy lets a service or an identity provider assume a role, even if it wrongly names a resource. */
function letsServicesAssume(statement: Statement): boolean {
  const { principals, actions } = statement;
  return (
    principals.some(({ type }) => type === 'Service' || type === 'Federated') &&
    actions.length > 0 &&
    hasOnlyAssume(statement)
  );
}
