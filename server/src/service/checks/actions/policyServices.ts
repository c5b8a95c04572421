/** Services whose actions and ARNs can stand in the policy of a resource type. */
const services: readonly (readonly [string, readonly string[]])[] = [
  ['AWS::S3::', ['s3']],
  ['AWS::S3ObjectLambda::', ['s3-object-lambda', 's3']],
  ['AWS::S3Express::', ['s3express']],
  ['AWS::DynamoDB::', ['dynamodb']],
  ['AWS::SQS::', ['sqs']],
  ['AWS::SNS::', ['sns']],
  ['AWS::KMS::', ['kms']],
  ['AWS::SecretsManager::', ['secretsmanager']],
  ['AWS::Lambda::', ['lambda']],
  ['AWS::ECR::', ['ecr']],
];

/** The services, or undefined when nothing certain is known of the resource type. */
export function servicesOf(resourceType: string | undefined): readonly string[] | undefined {
  if (resourceType === undefined) return undefined;
  return services.find(([start]) => resourceType.startsWith(start))?.[1];
}
