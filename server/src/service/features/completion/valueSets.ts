import { regionKeys, regions } from '../../iam/regions';
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
  'ec2:imagetype': 'machine kernel ramdisk',
  'ec2:instancemarkettype': 'on-demand spot capacity-block',
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
  's3:accesspointnetworkorigin': 'VPC Internet',
  's3:authtype': 'REST-HEADER REST-QUERY-STRING POST',
  's3:object-lock-legal-hold': 'ON OFF',
  's3:object-lock-mode': 'GOVERNANCE COMPLIANCE',
  's3:signatureversion': 'AWS4-HMAC-SHA256',
  's3:x-amz-acl':
    'private bucket-owner-full-control bucket-owner-read authenticated-read aws-exec-read public-read public-read-write log-delivery-write',
  's3:x-amz-metadata-directive': 'COPY REPLACE',
  's3:x-amz-object-ownership': 'BucketOwnerEnforced BucketOwnerPreferred ObjectWriter',
  's3:x-amz-server-side-encryption': 'aws:kms aws:kms:dsse AES256',
  's3:x-amz-storage-class':
    'STANDARD STANDARD_IA ONEZONE_IA INTELLIGENT_TIERING GLACIER_IR GLACIER DEEP_ARCHIVE REDUCED_REDUNDANCY OUTPOSTS SNOW EXPRESS_ONEZONE',
  'saml:sub_type': 'persistent transient',
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
  if (serviceKeys.has(lower)) return catalog.servicePrincipals;
  if (accountKeys.has(lower) && names.account !== '*') return [names.account];
  return [];
}

function regionsOf(partition: string): string[] {
  const prefix: Record<string, string> = { 'aws-cn': 'cn-', 'aws-us-gov': 'us-gov-', 'aws-eusc': 'eusc-' };
  const wanted = prefix[partition];
  const others = /^(cn|us-gov|us-iso|us-isob|eu-isoe|us-isof|eusc)-/;
  return [...regions].filter((region) => (wanted ? region.startsWith(wanted) : !others.test(region)));
}
