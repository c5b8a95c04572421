import type { Check } from '../check';
import { limitsSource } from './narrowing';

/**
 * Services whose own guide asks for a condition on the source in the trust policy of the role they assume, with the
 * page. EC2, Lambda and others that hand a role to one's own code have no source to ask for.
 */
const withSource: ReadonlyMap<string, string> = new Map([
  [
    'bedrock.amazonaws.com',
    'https://docs.aws.amazon.com/bedrock/latest/userguide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'cloudtrail.amazonaws.com',
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'codebuild.amazonaws.com',
    'https://docs.aws.amazon.com/codebuild/latest/userguide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'datasync.amazonaws.com',
    'https://docs.aws.amazon.com/datasync/latest/userguide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'monitoring.rds.amazonaws.com',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'pipes.amazonaws.com',
    'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-permissions.html',
  ],
  [
    'sagemaker.amazonaws.com',
    'https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html',
  ],
  [
    'scheduler.amazonaws.com',
    'https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'ssm.amazonaws.com',
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html',
  ],
  [
    'states.amazonaws.com',
    'https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html',
  ],
  ['transfer.amazonaws.com', 'https://docs.aws.amazon.com/transfer/latest/userguide/confused-deputy.html'],
  ['vpc-flow-logs.amazonaws.com', 'https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html'],
]);

export const missingConfusedDeputyCondition: Check = {
  code: 'MISSING_CONFUSED_DEPUTY_CONDITION',
  type: 'SECURITY_WARNING',
  severity: 'information',
  kinds: ['trust'],
  presumes: 'conditions',
  summary: 'A service may assume the role on behalf of any account.',
  principal({ type, text, node, negated }, statement, { report }) {
    if (type !== 'Service' || negated || statement.effect !== 'Allow') return;
    const guide = withSource.get(text.toLowerCase());
    if (guide === undefined || limitsSource(statement)) return;
    report(
      node,
      `Somebody in another account could have ${text} use this role. Say with aws:SourceAccount or aws:SourceArn for whom it may: ${guide}`,
    );
  },
};
