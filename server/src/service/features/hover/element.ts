import { guide, paragraphs } from './markdown';

interface About {
  readonly text: string;
  readonly page: string;
}

const element = (name: string, text: string): About => ({
  text,
  page: `reference_policies_elements_${name}`,
});

const policyElements: Readonly<Record<string, About>> = {
  Version: element(
    'version',
    'The version of the policy _language_, not of your policy. Write `2012-10-17`: without it `2008-10-17` counts, and policy variables stay plain text.',
  ),
  Id: element('id', 'A name for the policy as a whole. Some services want one; it changes nothing.'),
  Statement: element(
    'statement',
    'The permissions: one object, or a list of them. They are looked at together; one that denies wins.',
  ),
};

const statementElements: Readonly<Record<string, About>> = {
  Sid: element(
    'sid',
    'A name for the statement: letters and digits. It changes nothing; within a policy it is used once.',
  ),
  Effect: element(
    'effect',
    '`Allow` permits, `Deny` forbids whatever else allows it. What no statement allows is denied.',
  ),
  Principal: element(
    'principal',
    'Who is meant. In a trust policy: who may assume the role. In the policy of a resource: who may use it. Policies of users, groups and roles have none.',
  ),
  NotPrincipal: element(
    'notprincipal',
    'Everybody but these. With `Deny` only, and rarely what is meant: a condition on `aws:PrincipalArn` is safer.',
  ),
  Action: element(
    'action',
    'What may, or may not, be done: `service:Action`, with `*` and `?` as wildcards. In a trust policy only actions of `sts:` that assume roles.',
  ),
  NotAction: element(
    'notaction',
    'Every action but these. With `Allow` that includes services you never thought of.',
  ),
  Resource: element(
    'resource',
    'On what: ARNs, with `*` and `?` as wildcards. A trust policy has none, for it is about the role it belongs to.',
  ),
  NotResource: element(
    'notresource',
    'On everything but these resources. With `Allow` that includes all that is made later.',
  ),
  Condition: element(
    'condition',
    'When the statement counts: operator, then condition key, then values. All operators and keys must hold; of several values of a key, one.',
  ),
};

const principalTypes: Readonly<Record<string, string>> = {
  AWS: 'Accounts, roles, users and sessions of roles. An account (`arn:aws:iam::ACCOUNT:root`) means everybody that the account itself lets.',
  Service:
    'AWS services, such as `ec2.amazonaws.com`. In a trust policy, the service that may assume the role.',
  Federated:
    'Identity providers: OIDC (`sts:AssumeRoleWithWebIdentity`) and SAML (`sts:AssumeRoleWithSAML`).',
  CanonicalUser: 'The canonical user id of an account, 64 characters that Amazon S3 uses.',
};

/** About a key of the policy, of a statement or of a principal, by the keys that lead to it. */
export function describeElement(path: readonly string[], name: string): string | undefined {
  const [outer, inner] = path;
  if (path.length === 0) return describe(name, policyElements[name]);
  if (outer !== 'Statement') return undefined;
  if (path.length === 1) return describe(name, statementElements[name]);
  const type = /^(Not)?Principal$/.test(inner ?? '') && path.length === 2 ? principalTypes[name] : undefined;
  return describe(name, type === undefined ? undefined : element('principal', type));
}

function describe(name: string, about: About | undefined): string | undefined {
  return about && paragraphs(`**${name}**`, about.text, guide(about.page));
}

const versions: Readonly<Record<string, string>> = {
  '2012-10-17':
    'The current version of the policy language. Policy variables such as `${aws:username}` are replaced.',
  '2008-10-17':
    'The old version of the policy language. Policy variables are not replaced: `${aws:username}` stays plain text.',
};

/** About a value of Version. */
export function describeVersion(text: string): string | undefined {
  return describe(text, versions[text] === undefined ? undefined : element('version', versions[text]));
}

const effects: Readonly<Record<string, string>> = {
  Allow: 'Permits the actions, unless a statement denies them.',
  Deny: 'Forbids the actions, whatever else allows them.',
};

/** About a value of Effect. */
export function describeEffect(text: string): string | undefined {
  return describe(text, effects[text] === undefined ? undefined : element('effect', effects[text]));
}
