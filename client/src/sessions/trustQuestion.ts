import type { TrustEvaluationParams, TrustRequester } from '../../../server/src/protocol/trustEvaluation';
import { accountInArn, type AssumeRoleRequest } from '../aws/model';

/** Who asks, as the trust evaluation sees them. Undefined where the ARN is none we know. */
export const requesterOf = (identityArn: string): TrustRequester | undefined => {
  const account = accountInArn(identityArn);
  const resource = identityArn.split(':').slice(5).join(':');
  if (account === undefined) return undefined;
  if (resource.startsWith('user/')) return { type: 'user', arn: identityArn };
  if (resource.startsWith('assumed-role/')) return { type: 'session', arn: identityArn };
  return resource === 'root' ? { type: 'account', account } : undefined;
};

/**
 * What is known of a call of AssumeRole before AWS hears of it. Whether the caller's own credentials came with MFA only
 * AWS knows, so without a code it stays open.
 */
export const contextOf = (
  request: Omit<AssumeRoleRequest, 'mfa'> & { readonly mfa?: unknown },
): NonNullable<TrustEvaluationParams['context']> => {
  const tags = Object.entries(request.tags ?? {});
  return {
    'sts:ExternalId': request.externalId ?? null,
    'sts:RoleSessionName': request.sessionName,
    'sts:SourceIdentity': request.sourceIdentity ?? null,
    'aws:TagKeys': tags.length === 0 ? null : tags.map(([key]) => key),
    'sts:TransitiveTagKeys': null,
    ...Object.fromEntries(tags.map(([key, value]) => [`aws:RequestTag/${key}`, value])),
    ...(request.mfa === undefined
      ? {}
      : { 'aws:MultiFactorAuthPresent': 'true', 'aws:MultiFactorAuthAge': '0' }),
  };
};

/** The questions that one call puts to a trust policy: assuming, and tagging or naming the source where it does. */
export const trustQuestions = (
  policy: string,
  identityArn: string,
  request: AssumeRoleRequest,
): readonly TrustEvaluationParams[] => {
  const requester = requesterOf(identityArn);
  if (requester === undefined) return [];
  const roleAccount = accountInArn(request.roleArn);
  const question = {
    policy,
    requester,
    context: contextOf(request),
    ...(roleAccount !== undefined && { roleAccount }),
  };
  return [
    question,
    ...(request.tags === undefined ? [] : [{ ...question, action: 'TagSession' as const }]),
    ...(request.sourceIdentity === undefined ? [] : [{ ...question, action: 'SetSourceIdentity' as const }]),
  ];
};
