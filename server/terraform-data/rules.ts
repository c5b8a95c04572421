/** Names of arguments that take a policy as JSON. */
const names =
  /^(policy|assume_role_policy|inline_policy|resource_policy|repository_policy|session_policy|access_policy|access_policies|delivery_destination_policy|policy_document|s3_policy_document)$/;

/** Resources whose policies are no IAM policies: life cycles, data protection, Cedar, IoT, data access. */
const others =
  /^aws_(ecr_lifecycle_policy|iot_policy|iot_policy_attachment|opensearchserverless_\w+|cloudwatch_log_(account|data_protection|index)_policy|networkmanager_\w+|sns_topic_data_protection_policy|verifiedaccess_\w+|verifiedpermissions_\w+|ses_receipt_filter|api_gateway_domain_name_\w+)$/;

/** Whether the argument of the resource takes an IAM policy. */
export function isPolicyArgument(type: string, argument: string): boolean {
  if (type === 'aws_organizations_policy') return argument === 'content';
  return names.test(argument) && !others.test(type);
}
