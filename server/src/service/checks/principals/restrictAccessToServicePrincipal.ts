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

export const restrictAccessToServicePrincipal: Check = {
  code: 'RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL',
  type: 'SECURITY_WARNING',
  kinds: ['resource'],
  summary: 'A service is allowed without a condition on whose behalf it acts.',
  principal({ type, node, text, negated }, statement, { report }) {
    if (type !== 'Service' || negated || statement.effect !== 'Allow' || sendsNoSource.has(text)) return;
    if (statement.conditionClauses.length > 0) return;
    report(
      node,
      `"${text}" may act here on behalf of anybody's account. Add a condition on aws:SourceArn or aws:SourceAccount.`,
    );
  },
};
