import { parseFederated } from '../../iam/principals';
import type { Statement } from '../../model/statement';
import type { CompletionContext } from './suggestion';

/** Keys that most conditions are about, by action; all in lower case. */
const byAction: Readonly<Record<string, readonly string[]>> = {
  's3:listbucket': ['s3:prefix', 's3:delimiter'],
  's3:putobject': ['s3:x-amz-acl', 's3:x-amz-server-side-encryption'],
  'iam:passrole': ['iam:passedtoservice'],
  'iam:createservicelinkedrole': ['iam:awsservicename'],
  'ec2:runinstances': ['ec2:instancetype', 'ec2:metadatahttptokens', 'aws:requesttag/${tagkey}'],
  'ec2:createtags': ['ec2:createaction', 'aws:tagkeys', 'aws:requesttag/${tagkey}'],
  'kms:decrypt': ['kms:viaservice'],
  'secretsmanager:getsecretvalue': ['secretsmanager:versionstage'],
};

/** Global keys that most conditions are about. */
export const usualGlobalKeys: ReadonlySet<string> = new Set([
  'aws:currenttime',
  'aws:multifactorauthpresent',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principaltag/${tagkey}',
  'aws:requestedregion',
  'aws:resourcetag/${tagkey}',
  'aws:securetransport',
  'aws:sourceip',
  'aws:sourcevpce',
  'aws:username',
]);

/** Keys, in lower case, by which a statement of its kind is limited as a rule. */
export function likelyKeys({ kind, statement }: CompletionContext): ReadonlySet<string> {
  const ofPrincipals = (statement?.principals ?? []).flatMap(({ type, text }) => {
    if (type === 'Service') return ['aws:sourceaccount', 'aws:sourcearn'];
    if (type === 'Federated') return claims(text);
    return kind.kind === 'trust' ? ['sts:externalid', 'aws:principalorgid'] : ['aws:principalorgid'];
  });
  return new Set([...ofPrincipals, ...keysOfActions(statement)]);
}

function claims(text: string): string[] {
  const provider = parseFederated(text);
  if (!provider) return [];
  return provider.kind === 'saml' ? ['saml:aud'] : [`${provider.keyPrefix}:sub`, `${provider.keyPrefix}:aud`];
}

function keysOfActions(statement: Statement | undefined): string[] {
  return (statement?.actions ?? []).flatMap(({ text }) => byAction[text.toLowerCase()] ?? []);
}
