import type { Catalog } from '../../catalog/catalog';
import { parseArn } from '../../iam/arn';
import { isRoleId, isUserId, parseFederated, wholeAccount } from '../../iam/principals';
import type { PolicyKind } from '../../../protocol/settings';
import { codeOf, guide, paragraphs } from './markdown';

/** About a principal of a type (`AWS`, `Service`, …); undefined where it has no known form. */
export function describePrincipal(
  type: string | undefined,
  text: string,
  kind: PolicyKind,
  catalog: Catalog,
): string | undefined {
  const meaning = meaningOf(type, text, kind, catalog);
  return (
    meaning && paragraphs(`**${codeOf(text)}**`, meaning, guide('reference_policies_elements_principal'))
  );
}

function meaningOf(
  type: string | undefined,
  text: string,
  kind: PolicyKind,
  catalog: Catalog,
): string | undefined {
  if (text === '*') return 'Everybody in the world, without signing in even. Only a condition can limit it.';
  if (type === 'Service') return service(text, kind, catalog);
  if (type === 'Federated') return federated(text);
  if (type === 'CanonicalUser') return 'The account with this canonical user id.';
  return type === 'AWS' ? account(text) : undefined;
}

function service(text: string, kind: PolicyKind, catalog: Catalog): string | undefined {
  if (!catalog.servicePrincipals.includes(text)) return undefined;
  const name = catalog.serviceName(text.split('.')[0] ?? '') ?? 'an AWS service';
  if (kind !== 'trust') return `The service principal of ${name}: the service itself, not those who use it.`;
  const delivery =
    text === 'ec2.amazonaws.com'
      ? ' An instance gets the role through an **instance profile**, a container for one role that is attached to it; EC2 then assumes the role, and the metadata service hands out the credentials.'
      : '';
  return `The service principal of ${name}. A trust policy that names it lets the service assume the role.${delivery}`;
}

function federated(text: string): string | undefined {
  const provider = parseFederated(text);
  if (!provider) return undefined;
  if (provider.kind === 'saml')
    return 'A SAML provider of the account. People it vouches for assume the role with `sts:AssumeRoleWithSAML`.';
  return `An OIDC provider. Who has a token of it assumes the role with \`sts:AssumeRoleWithWebIdentity\`; conditions on \`${provider.keyPrefix}:aud\` and \`${provider.keyPrefix}:sub\` say which tokens are good.`;
}

function account(text: string): string | undefined {
  const whole = wholeAccount(text);
  if (whole) return `Account ${whole}: **everybody the account itself lets**, not only its root user.`;
  if (isRoleId(text))
    return 'The id of a role that was deleted. A new role of the same name is somebody else.';
  if (isUserId(text))
    return 'The id of a user that was deleted. A new user of the same name is somebody else.';
  const arn = parseArn(text);
  if (!arn) return undefined;
  const name = arn.resource.slice(arn.resource.indexOf('/') + 1);
  const forms: Readonly<Record<string, string>> = {
    role: `The role ${codeOf(name)} of account ${arn.account}: all of its sessions.`,
    user: `The IAM user ${codeOf(name)} of account ${arn.account}.`,
    'assumed-role': `One session of a role: ${codeOf(name)} (role/session) in account ${arn.account}.`,
    'federated-user': `The federated user ${codeOf(name)} of account ${arn.account}.`,
  };
  return forms[arn.resource.split('/')[0] ?? ''];
}
