/** Services whose actions the policy of a CloudFormation type is about, where the type's own name differs. */
const others: Readonly<Record<string, readonly string[]>> = {
  'AWS::SecretsManager::Secret': ['secretsmanager'],
  'AWS::ElasticFileSystem': ['elasticfilesystem'],
};

/** Prefixes of the service that a resource policy belongs to: `s3` for `AWS::S3::Bucket`. */
export function resourceServices(resourceType: string | undefined): readonly string[] {
  if (resourceType === undefined) return [];
  return others[resourceType] ?? [resourceType.split('::')[1]?.toLowerCase() ?? ''];
}
