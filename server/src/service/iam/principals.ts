/**
 * Forms of principals.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export const principalKeys = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

/** Whether there are principals of that kind; names are compared exactly. */
export function isPrincipalKey(text: string | undefined): text is (typeof principalKeys)[number] {
  return (principalKeys as readonly (string | undefined)[]).includes(text);
}

const accountId = /^\d{12}$/;
const principalArn =
  /^arn:[^:]+:(iam::(\d{12}|cloudfront):(root|(user|role)\/.+)|(iam|sts)::\d{12}:(assumed-role|federated-user)\/.+)$/;
const uniqueId = /^A[A-Z0-9]{15,}$/;
const canonicalUser = /^[0-9a-f]{64}$/;

/** Whether the text can stand under `AWS`: an account, an ARN of IAM or STS, an id, or `*`. */
export function isAwsPrincipal(text: string): boolean {
  return (
    text === '*' ||
    accountId.test(text) ||
    principalArn.test(text) ||
    uniqueId.test(text) ||
    canonicalUser.test(text)
  );
}

/** Things of IAM that people take for principals, by the kind in their ARN. */
const otherThings: ReadonlyMap<string, string> = new Map([
  ['group', 'A group can not be a principal: name its users, or the account with a condition.'],
  [
    'instance-profile',
    'An instance profile is only the container that brings a role to an instance: name the role, …:role/NAME.',
  ],
  ['policy', 'A policy can not be a principal: name the users or roles that have it.'],
  ['saml-provider', 'An identity provider stands under "Federated".'],
  ['oidc-provider', 'An identity provider stands under "Federated".'],
]);

/** Why an ARN of IAM is no principal, where people often write it as one. */
export function mistakenPrincipal(text: string): string | undefined {
  const kind = /^arn:[^:]+:iam::[^:]*:([a-z-]+)\//.exec(text)?.[1];
  return kind === undefined ? undefined : otherThings.get(kind);
}

/** The account that a principal means as a whole, by its number or as `arn:aws:iam::111122223333:root`. */
export function wholeAccount(text: string): string | undefined {
  return accountId.test(text) ? text : /^arn:[\w-]+:iam::(\d{12}):root$/.exec(text)?.[1];
}

/** A role's unique id, which AWS writes in place of the ARN when the role was deleted. */
export function isRoleId(text: string): boolean {
  return text.startsWith('AROA') && uniqueId.test(text);
}

/** A user's unique id. */
export function isUserId(text: string): boolean {
  return text.startsWith('AIDA') && uniqueId.test(text);
}

const domain = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:\d+)?(\/\S*)?$/i;
const samlProvider = /^arn:[^:]+:iam::\d{12}:saml-provider\/\S+$/;
const oidcProvider = /^arn:[^:]+:iam::\d{12}:oidc-provider\/(\S+)$/;

export interface FederatedProvider {
  readonly kind: 'saml' | 'oidc';
  /** Prefix of the provider's condition keys; lower case. */
  readonly keyPrefix: string;
}

/** What a Federated principal names; undefined when it has neither form. */
export function parseFederated(text: string): FederatedProvider | undefined {
  if (samlProvider.test(text)) return { kind: 'saml', keyPrefix: 'saml' };
  const oidc = oidcProvider.exec(text)?.[1];
  if (oidc !== undefined) return { kind: 'oidc', keyPrefix: oidc.toLowerCase().replace(/^https?:\/\//, '') };
  return domain.test(text) ? { kind: 'oidc', keyPrefix: text.toLowerCase() } : undefined;
}

/** GitHub's identity provider for Actions. */
export const githubProvider = 'token.actions.githubusercontent.com';

const servicePrincipal =
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.com(\.cn)?|amazonaws\.eu|amazon\.com|aws\.internal|c2s\.ic\.gov|sc2s\.sgov\.gov|csp\.hci\.ic\.gov|cloud\.adc-e\.uk)$/;

/** Whether the text has the form of a service principal, in any partition. */
export function looksLikeServicePrincipal(text: string): boolean {
  return servicePrincipal.test(text);
}
