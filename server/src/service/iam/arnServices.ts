import type { Catalog } from '../catalog/catalog';

/**
 * Services whose resources another service's chapter of the Service Authorization Reference describes as well, by
 * the service field of the ARN. A test compares the list with the catalog.
 */
const alsoIn: Readonly<Record<string, readonly string[]>> = {
  acm: ['ec2'],
  'app-integrations': ['connect'],
  billing: ['bcm-data-exports', 'ce'],
  catalog: ['servicecatalog'],
  cloudfront: ['cloudfront-keyvaluestore'],
  cloudtrail: ['cloudtrail-data'],
  codewhisperer: ['q'],
  'compute-optimizer': ['aco-automation'],
  ds: ['ds-data'],
  ec2: ['ebs', 'ec2-instance-connect', 'route53', 'ssm', 'vpce', 'wafv2', 'workspaces-instances'],
  ecs: ['ssm'],
  eks: ['aps', 'eks-auth'],
  'elastic-inference': ['ec2'],
  elasticloadbalancing: ['arc-zonal-shift', 'waf-regional', 'wafv2'],
  iam: ['codestar', 'ec2', 'es', 'ssm', 'sts'],
  iot: ['greengrass', 'iotjobsdata', 'iotwireless'],
  'iq-permission': ['iq'],
  kafka: ['kafka-cluster'],
  kms: ['events', 'kinesis'],
  'license-manager': ['ec2'],
  mpa: ['payment-cryptography'],
  opensearch: ['es'],
  qbusiness: ['qapps'],
  qdeveloper: ['q'],
  rds: ['rds-data'],
  redshift: ['redshift-data'],
  'redshift-serverless': ['redshift-data'],
  'resource-groups': ['ec2'],
  'route53-recovery-control': ['route53-recovery-cluster', 'route53-recovery-control-config'],
  s3: ['ssm'],
  's3-object-lambda': ['s3'],
  sagemaker: ['sagemaker-mlflow'],
  sns: ['devops-guru'],
  sso: ['sso-oauth'],
  'vpc-lattice': ['vpc-lattice-svcs'],
  wafv2: ['apprunner', 'cognito-idp'],
  wisdom: ['connect'],
  amplify: ['wafv2'],
  apigateway: ['wafv2'],
  apprunner: ['wafv2'],
  appsync: ['wafv2'],
  'bedrock-agentcore': ['wafv2'],
  'cognito-idp': ['wafv2'],
};

/** Prefixes of the services that describe resources with this service field; its own comes first. */
export function describersOf(arnService: string, catalog: Catalog): readonly string[] {
  const others = alsoIn[arnService] ?? [];
  return catalog.hasService(arnService) ? [arnService, ...others] : others;
}

/** Whether the text is the service field of some ARN. Lower case. */
export function isArnService(arnService: string, catalog: Catalog): boolean {
  return catalog.hasService(arnService) || arnService in alsoIn || catalog.retiredPrefixes.has(arnService);
}
