import type { KnownKeys } from '../evaluate/requestContext';
import { parseArn } from '../iam/arn';

/** Who asks for a role's credentials. */
export type Requester =
  /** An AWS service, by its service principal: `ec2.amazonaws.com`. */
  | { readonly type: 'service'; readonly name: string }
  /** An IAM role (whatever its session is called), an IAM user, a session of a role: by ARN. */
  | { readonly type: 'role' | 'user' | 'session'; readonly arn: string }
  /** Somebody of an account, by its 12 digits. */
  | { readonly type: 'account'; readonly account: string }
  /** Somebody whom an identity provider vouches for: the provider's ARN, or its address. */
  | { readonly type: 'federated'; readonly provider: string };

export function accountOf(requester: Requester): string | undefined {
  if (requester.type === 'account') return requester.account;
  return 'arn' in requester ? parseArn(requester.arn)?.account : undefined;
}

/**
 * The action of STS by which the requester gets a role's credentials.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_Operations.html
 */
export function actionOf(
  requester: Requester,
): 'AssumeRole' | 'AssumeRoleWithSAML' | 'AssumeRoleWithWebIdentity' {
  if (requester.type !== 'federated') return 'AssumeRole';
  return requester.provider.includes(':saml-provider/') ? 'AssumeRoleWithSAML' : 'AssumeRoleWithWebIdentity';
}

/**
 * Condition keys whose values follow from who asks.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function keysOfRequester(requester: Requester): KnownKeys {
  const account = accountOf(requester);
  if (account === undefined) return {};
  const ofAccount = { 'aws:PrincipalAccount': account, 'aws:PrincipalIsAWSService': 'false' };
  if (requester.type === 'role') {
    return { ...ofAccount, 'aws:PrincipalArn': requester.arn, 'aws:PrincipalType': 'AssumedRole' };
  }
  if (requester.type === 'user') {
    const name = requester.arn.split('/').at(-1)!;
    return {
      ...ofAccount,
      'aws:PrincipalArn': requester.arn,
      'aws:PrincipalType': 'User',
      'aws:username': name,
    };
  }
  return requester.type === 'session' ? { ...ofAccount, 'aws:PrincipalType': 'AssumedRole' } : ofAccount;
}
