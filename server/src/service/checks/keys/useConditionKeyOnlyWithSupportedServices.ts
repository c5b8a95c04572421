import { hasComputed } from '../../model/nodes';
import type { Statement } from '../../model/statement';
import type { Check } from '../check';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount */
const accountServices = `apprunner discovery athena servicediscovery applicationinsights cloudformation
comprehendmedical compute-optimizer ecr ecs kinesisanalytics route53 datasync dynamodb ebs scheduler firehose gamelift
medical-imaging healthlake omics iam iotfleetwise iotwireless kms lambda payment-cryptography polly acm-pca rbin
rekognition servicequotas s3 shield storagegateway ssm-contacts textract transcribe transfer`.split(/\s+/);

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceorgid */
const organizationServices = [
  ...accountServices,
  ...`b2bi cognito-identity dms ds-data identitystore iottwinmaker cassandra network-firewall sms-voice pricing ses sqs
workmail`.split(/\s+/),
];

/** Prefixes of services that send the key, by the key in lower case. */
const senders: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['aws:vpceaccount', new Set(accountServices)],
  ['aws:vpceorgid', new Set(organizationServices)],
  ['aws:vpceorgpaths', new Set(organizationServices)],
]);

/** Whether all that the statement is about belongs to the services; what is computed may. */
function isLimitedTo(services: ReadonlySet<string>, statement: Statement): boolean {
  if (statement.usesNotAction) return false;
  if (hasComputed(statement.value('Action')) || statement.actions.length === 0) return true;
  return statement.actions.every(
    ({ prefix, text }) => services.has(prefix ?? '') && text.toLowerCase() !== 'iam:passrole',
  );
}

export const useConditionKeyOnlyWithSupportedServices: Check = {
  code: 'USE_CONDITION_KEY_ONLY_WITH_SUPPORTED_SERVICES',
  type: 'WARNING',
  kinds: 'all',
  concerns: ({ lowerKey }) => senders.has(lowerKey),
  summary: 'A key about VPC endpoints is used with services that do not send it.',
  clause({ keyNode, key, lowerKey }, statement, { report }) {
    const services = senders.get(lowerKey);
    if (!services || isLimitedTo(services, statement)) return;
    report(
      keyNode,
      `Only some services send ${key}. Limit the statement's actions to those, such as s3:*, kms:* or dynamodb:*.`,
    );
  },
};
