import type { ConditionKey, ConditionKeyType } from './catalog';
import { keyMatcher } from './keyTemplate';

/**
 * A condition key that is not tied to one service's actions: a global key (`aws:…`) or a cross-service one,
 * which carries a service's prefix but comes with requests to other services.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export interface GlobalConditionKey extends ConditionKey {
  /** AWS says that wildcards in its values have no valid use. */
  readonly sensitive: boolean;
}

function key(
  name: string,
  type: ConditionKeyType,
  more: { multivalued?: true; sensitive?: true; otherType?: ConditionKeyType } = {},
): GlobalConditionKey {
  return { name, type, multivalued: false, sensitive: false, ...more };
}

const list = { multivalued: true } as const;
const sensitive = { sensitive: true } as const;

/** Keys of the principal that makes the request, and of the network it comes from. */
const callerKeys = [
  key('aws:PrincipalArn', 'ARN'),
  key('aws:PrincipalAccount', 'String', sensitive),
  key('aws:PrincipalOrgID', 'String', sensitive),
  key('aws:PrincipalOrgPaths', 'String', list),
  key('aws:PrincipalTag/${TagKey}', 'String'),
  key('aws:PrincipalIsAWSService', 'Bool'),
  key('aws:PrincipalServiceName', 'String'),
  key('aws:PrincipalServiceNamesList', 'String', list),
  key('aws:PrincipalType', 'String'),
  key('aws:userid', 'String'),
  key('aws:username', 'String'),
  key('aws:AssumedRoot', 'Bool'),
  key('aws:FederatedProvider', 'String'),
  key('aws:TokenIssueTime', 'Date'),
  key('aws:SignInSessionArn', 'ARN'),
  key('aws:MultiFactorAuthAge', 'Numeric'),
  key('aws:MultiFactorAuthPresent', 'Bool'),
  key('aws:ChatbotSourceArn', 'ARN'),
  key('aws:Ec2InstanceSourceVpc', 'String'),
  key('aws:Ec2InstanceSourcePrivateIPv4', 'IPAddress'),
  key('aws:SourceIdentity', 'String'),
  key('aws:SourceIp', 'IPAddress'),
  key('aws:SourceVpc', 'String', sensitive),
  key('aws:SourceVpcArn', 'ARN'),
  key('aws:SourceVpce', 'String', sensitive),
  key('aws:VpceAccount', 'String', sensitive),
  key('aws:VpceOrgID', 'String', sensitive),
  key('aws:VpceOrgPaths', 'String', list),
  key('aws:VpcSourceIp', 'IPAddress'),
];

/** Keys of the resource and of the request itself. */
const requestKeys = [
  key('aws:ResourceAccount', 'String', sensitive),
  key('aws:ResourceOrgID', 'String', sensitive),
  key('aws:ResourceOrgPaths', 'String', list),
  key('aws:ResourceTag/${TagKey}', 'String'),
  key('aws:CalledVia', 'String', list),
  key('aws:CalledViaFirst', 'String'),
  key('aws:CalledViaLast', 'String'),
  key('aws:CalledViaAWSMCP', 'String'),
  key('aws:ViaAWSService', 'Bool'),
  key('aws:ViaAWSMCPService', 'Bool'),
  key('aws:IsMcpServiceAction', 'Bool'),
  key('aws:CurrentTime', 'Date'),
  key('aws:EpochTime', 'Date', { otherType: 'Numeric' }),
  key('aws:referer', 'String'),
  key('aws:RequestedRegion', 'String'),
  key('aws:RequestTag/${TagKey}', 'String'),
  key('aws:TagKeys', 'String', list),
  key('aws:SecureTransport', 'Bool'),
  key('aws:SourceAccount', 'String', sensitive),
  key('aws:SourceArn', 'ARN'),
  key('aws:SourceOrgID', 'String', sensitive),
  key('aws:SourceOrgPaths', 'String', list),
  // Not in the table any more, but Amazon SNS still writes it into the policy of every new topic.
  key('aws:SourceOwner', 'String'),
  key('aws:UserAgent', 'String'),
];

/** Keys without the prefix `aws:` that appear with actions of other services. */
export const crossServiceKeys: readonly GlobalConditionKey[] = [
  key('codebuild:BuildArn', 'ARN'),
  key('codebuild:ProjectArn', 'ARN'),
  key('ec2:RoleDelivery', 'Numeric'),
  key('ec2:SourceInstanceArn', 'ARN'),
  key('glue:CredentialIssuingService', 'String'),
  key('glue:RoleAssumedBy', 'String'),
  key('identitystore:UserId', 'String'),
  key('lambda:SourceFunctionArn', 'ARN'),
  key('ssm:SourceInstanceArn', 'ARN'),
];

/** All global and cross-service keys. */
export const globalConditionKeys: readonly GlobalConditionKey[] = [
  ...callerKeys,
  ...requestKeys,
  ...crossServiceKeys,
];

const match = keyMatcher(new Map(globalConditionKeys.map((entry) => [entry.name.toLowerCase(), entry])));

/**
 * The global or cross-service key of that name. Case is ignored; `aws:RequestTag/team` is found as
 * `aws:RequestTag/${TagKey}`.
 */
export function findGlobalKey(name: string): GlobalConditionKey | undefined {
  return match(name);
}
