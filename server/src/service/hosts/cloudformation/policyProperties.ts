import properties from '../../../../data/cloudformation-policies.json';
import type { KindOfPolicy } from '../../checks/check';
import type { PolicyKind } from '../../../protocol/settings';

/** Properties of a resource type that hold policies: `Policies/*\/PolicyDocument`. */
export function policyPathsOf(resourceType: string): readonly string[] {
  return paths.get(resourceType) ?? none;
}

const none: readonly string[] = [];
const paths = new Map<string, readonly string[]>(Object.entries(properties));

/** Types of `AWS::Organizations::Policy` that are written in IAM's language. */
const organizationKinds: Readonly<Record<string, PolicyKind>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};

const identityTypes = /^AWS::(IAM|SSO|Serverless|IoT)::/;
const sessionTypes = /^AWS::(Transfer::User|RolesAnywhere::Profile|EKS::PodIdentityAssociation)$/;

/**
 * What kind of policy a property holds; undefined where it holds something else.
 *
 * @param type the resource's `Type` property, where it is known
 */
export function kindOfProperty(
  resourceType: string,
  path: string,
  type: string | undefined,
): KindOfPolicy | undefined {
  if (path === 'AssumeRolePolicyDocument') return certain('trust');
  if (resourceType === 'AWS::Organizations::Policy') {
    const kind = organizationKinds[type ?? ''];
    return kind && certain(kind);
  }
  if (identityTypes.test(resourceType)) return certain('identity');
  if (sessionTypes.test(resourceType)) return certain('session');
  return { ...certain('resource'), resourceType: ownerOf(resourceType) };
}

function certain(kind: PolicyKind): KindOfPolicy {
  return { kind, certain: true };
}

/** The type of the resource that a policy is about, where the policy is a resource of its own. */
function ownerOf(resourceType: string): string {
  return owners[resourceType] ?? resourceType.replace(/(?<=[a-z])(Inline)?Policy$/, '');
}

const owners: Readonly<Record<string, string>> = {
  'AWS::SecretsManager::ResourcePolicy': 'AWS::SecretsManager::Secret',
  'AWS::Kinesis::ResourcePolicy': 'AWS::Kinesis::Stream',
  'AWS::Lambda::ResourcePolicy': 'AWS::Lambda::Function',
  'AWS::S3ObjectLambda::AccessPointPolicy': 'AWS::S3ObjectLambda::AccessPoint',
};
