import type { ConditionClause } from '../../model/condition';
import type { Check } from '../check';

/** Services that act for the account that owns the resource alone, or send no source. */
const sendsNoSource: ReadonlySet<string> = new Set([
  'ec2.amazonaws.com',
  'lambda.amazonaws.com',
  'ecs-tasks.amazonaws.com',
  'ecs.amazonaws.com',
  'eks.amazonaws.com',
  'pods.eks.amazonaws.com',
  'edgelambda.amazonaws.com',
  'elasticmapreduce.amazonaws.com',
]);

/** Condition keys, lower case, that say how something is done, not for whom. */
const saysNotForWhom = /^(s3:x-amz-|aws:(securetransport|requestedregion|currenttime|epochtime)$)/;

function saysForWhom({ lowerKey }: ConditionClause): boolean {
  return !saysNotForWhom.test(lowerKey);
}

export const restrictAccessToServicePrincipal: Check = {
  code: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  type: 'SECURITY_WARNING',
  kinds: ['resource'],
  presumes: 'conditions',
  summary: 'A service is allowed without a condition on whose behalf it acts.',
  principal({ type, node, text, negated }, statement, { report }) {
    if (type !== 'Service' || negated || statement.effect !== 'Allow' || sendsNoSource.has(text)) return;
    if (statement.conditionClauses.some(saysForWhom)) return;
    report(
      node,
      `"${text}" may act here on behalf of anybody's account. Add a condition on aws:SourceArn or aws:SourceAccount.`,
    );
  },
};
