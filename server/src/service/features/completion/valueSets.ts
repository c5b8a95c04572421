import { regionKeys, regionsOf } from '../../iam/regions';
import type { Names } from '../../iam/namesInPolicy';
import { assumingServices } from './serviceRanks';
import type { CompletionContext } from './suggestion';

/**
 * Values of condition keys that take one of a few words, by lower-case key.
 * Sources: the pages of the Service Authorization Reference that describe the keys, and the API reference of the
 * parameter that each of them holds.
 */
const sets: Readonly<Record<string, string>> = {
  'aws:principaltype': 'Account User FederatedUser AssumedRole Anonymous',
  'cognito-identity.amazonaws.com:amr': 'authenticated unauthenticated',
  'dynamodb:returnconsumedcapacity': 'INDEXES TOTAL NONE',
  'dynamodb:returnvalues': 'NONE ALL_OLD UPDATED_OLD ALL_NEW UPDATED_NEW',
  'dynamodb:select': 'SPECIFIC_ATTRIBUTES ALL_ATTRIBUTES ALL_PROJECTED_ATTRIBUTES COUNT',
  'ec2:createaction':
    'RunInstances CreateVolume CreateSnapshot CreateImage CreateKeyPair CreateLaunchTemplate CreateNetworkInterface CreateSecurityGroup CreateSubnet CreateVpc',
  'ec2:imagetype': 'machine kernel ramdisk',
  'ec2:instancemarkettype': 'on-demand spot capacity-block',
  'ec2:instancetype':
    't3.micro t3.small t3.medium t3.large t4g.micro t4g.small t4g.medium m5.large m5.xlarge m6i.large m7g.large c5.large c6i.large r5.large r6i.large g4dn.xlarge',
  'ec2:metadatahttpendpoint': 'enabled disabled',
  'ec2:metadatahttptokens': 'required optional',
  'ec2:placementgroupstrategy': 'cluster partition spread',
  'ec2:rootdevicetype': 'ebs instance-store',
  'ec2:tenancy': 'default dedicated host',
  'ec2:volumetype': 'gp2 gp3 io1 io2 sc1 st1 standard',
  'elasticloadbalancing:scheme': 'internal internet-facing',
  'kms:keyorigin': 'AWS_KMS EXTERNAL AWS_CLOUDHSM EXTERNAL_KEY_STORE',
  'kms:keyusage': 'ENCRYPT_DECRYPT SIGN_VERIFY GENERATE_VERIFY_MAC KEY_AGREEMENT',
  'lambda:functionurlauthtype': 'AWS_IAM NONE',
  'rds:databaseengine':
    'mysql postgres mariadb aurora-mysql aurora-postgresql oracle-ee oracle-se2 sqlserver-ee sqlserver-se sqlserver-ex sqlserver-web',
  's3:accesspointnetworkorigin': 'VPC Internet',
  's3:authtype': 'REST-HEADER REST-QUERY-STRING POST',
  's3:object-lock-legal-hold': 'ON OFF',
  's3:object-lock-mode': 'GOVERNANCE COMPLIANCE',
  's3:signatureversion': 'AWS4-HMAC-SHA256',
  's3:tlsversion': '1.2 1.3',
  's3:x-amz-acl':
    'private bucket-owner-full-control bucket-owner-read authenticated-read aws-exec-read public-read public-read-write log-delivery-write',
  's3:x-amz-metadata-directive': 'COPY REPLACE',
  's3:x-amz-object-ownership': 'BucketOwnerEnforced BucketOwnerPreferred ObjectWriter',
  's3:x-amz-server-side-encryption': 'aws:kms aws:kms:dsse AES256',
  's3:x-amz-storage-class':
    'STANDARD STANDARD_IA ONEZONE_IA INTELLIGENT_TIERING GLACIER_IR GLACIER DEEP_ARCHIVE REDUCED_REDUNDANCY OUTPOSTS SNOW EXPRESS_ONEZONE',
  'saml:sub_type': 'persistent transient',
  'sns:protocol': 'https http email email-json sms sqs application lambda firehose',
  'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
};

/** Keys that hold a service principal. */
const serviceKeys: ReadonlySet<string> = new Set([
  'iam:passedtoservice',
  'iam:awsservicename',
  'sts:awsservicename',
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:principalservicename',
  'aws:principalservicenameslist',
]);

/** Where SAML assertions for the console are sent, by partition. */
const samlAudience: Readonly<Record<string, string>> = {
  aws: 'https://signin.aws.amazon.com/saml',
  'aws-cn': 'https://signin.amazonaws.cn/saml',
  'aws-us-gov': 'https://signin.amazonaws-us-gov.com/saml',
};

const accountKeys: ReadonlySet<string> = new Set([
  'aws:sourceaccount',
  'aws:principalaccount',
  'aws:resourceaccount',
  'aws:sourceowner',
  'kms:calleraccount',
  's3:resourceaccount',
  'aws:vpceaccount',
]);

/** All values that the key can have, the usual ones first; none where they form no set. */
export function textsFor(key: string, { catalog, names }: CompletionContext): readonly string[] {
  const lower = key.toLowerCase();
  const set = sets[lower];
  if (set !== undefined) return set.split(' ');
  if (lower === 'saml:aud') return [samlAudience[names.partition] ?? samlAudience.aws!];
  if (regionKeys.has(lower)) return regionsOf(names.partition);
  if (serviceKeys.has(lower)) return usualFirst(catalog.servicePrincipals);
  if (lower === 'kms:viaservice') return viaServices(names);
  if (accountKeys.has(lower) && names.account !== '*') return [names.account];
  return [];
}

function usualFirst(principals: readonly string[]): string[] {
  const usual = assumingServices.filter((one) => principals.includes(one));
  return [...usual, ...principals.filter((one) => !usual.includes(one))];
}

/** https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service */
function viaServices({ partition, region }: Names): string[] {
  const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  const services = ['s3', 'ec2', 'rds', 'lambda', 'secretsmanager', 'sqs', 'sns', 'dynamodb', 'ssm'];
  return services.map((service) => `${service}.${region === '*' ? 'us-east-1' : region}.${domain}`);
}
