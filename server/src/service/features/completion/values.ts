import type { CompletionContext, Suggestion } from './suggestion';

export function versions(): Suggestion[] {
  return [
    { label: '2012-10-17', kind: 'value', detail: 'Current version', rank: 0 },
    { label: '2008-10-17', kind: 'value', detail: 'Old version: no policy variables', rank: 1 },
  ];
}

export function effects(): Suggestion[] {
  return [
    { label: 'Allow', kind: 'value', detail: 'Permit the actions', rank: 0 },
    { label: 'Deny', kind: 'value', detail: 'Forbid the actions, whatever else allows them', rank: 1 },
  ];
}

/** Services that people most often let assume a role. */
const common = [
  'ec2.amazonaws.com',
  'lambda.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'states.amazonaws.com',
  'events.amazonaws.com',
  'codebuild.amazonaws.com',
  'cloudformation.amazonaws.com',
];

export function servicePrincipals({ catalog }: CompletionContext): Suggestion[] {
  return catalog.servicePrincipals.map((label) => {
    const rank = common.indexOf(label);
    return { label, kind: 'principal', detail: 'Service principal', rank: rank < 0 ? common.length : rank };
  });
}

export function awsPrincipals(): Suggestion[] {
  return [
    {
      label: 'arn:aws:iam::123456789012:root',
      kind: 'principal',
      detail: 'Everybody the account lets',
      rank: 0,
    },
    { label: 'arn:aws:iam::123456789012:role/RoleName', kind: 'principal', detail: 'A role', rank: 1 },
    { label: 'arn:aws:iam::123456789012:user/UserName', kind: 'principal', detail: 'A user', rank: 2 },
  ];
}

export function federatedPrincipals(): Suggestion[] {
  return [
    {
      label: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com',
      kind: 'principal',
      detail: 'OIDC provider (GitHub Actions)',
      rank: 0,
    },
    {
      label: 'arn:aws:iam::123456789012:saml-provider/ProviderName',
      kind: 'principal',
      detail: 'SAML provider',
      rank: 1,
    },
    { label: 'cognito-identity.amazonaws.com', kind: 'principal', detail: 'Amazon Cognito', rank: 2 },
    { label: 'accounts.google.com', kind: 'principal', detail: 'Google', rank: 3 },
    { label: 'www.amazon.com', kind: 'principal', detail: 'Login with Amazon', rank: 4 },
    { label: 'graph.facebook.com', kind: 'principal', detail: 'Facebook', rank: 5 },
  ];
}
