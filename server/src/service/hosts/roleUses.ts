import { lazily } from '../lazily';

/** An argument of a resource that takes a role or an instance profile, and who assumes the role. */
export interface RoleUse {
  readonly wants: 'role' | 'profile';
  /** Names that lead to the value; `**` stands for any number of them. */
  readonly path: readonly string[];
  /** Any of them has to be trusted; none is known where others do as well. */
  readonly services: readonly string[];
}

export type RoleUses = ReadonlyMap<string, readonly RoleUse[]>;

type Row = readonly [services: string, cloudFormation: readonly string[], terraform: readonly string[]];

/**
 * Services and what they are given roles by, as the documentation of each property tells. Left out is what takes a role
 * that another account has, that pods or people assume, or of which AWS does not say who assumes it.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html
 */
const roles: readonly Row[] = [
  ['access-grants.s3', ['AWS::S3::AccessGrantsLocation IamRoleArn'], ['aws_s3control_access_grants_location iam_role_arn']],
  ['airflow airflow-env', ['AWS::MWAA::Environment ExecutionRoleArn'], ['aws_mwaa_environment execution_role_arn']],
  ['amplify', ['AWS::Amplify::App IAMServiceRole'], ['aws_amplify_app iam_service_role_arn']],
  ['apigateway', [
    'AWS::ApiGateway::Account CloudWatchRoleArn',
    'AWS::ApiGateway::Authorizer AuthorizerCredentials',
    'AWS::ApiGateway::Method Integration/Credentials',
    'AWS::ApiGatewayV2::Authorizer AuthorizerCredentialsArn',
    'AWS::ApiGatewayV2::Integration CredentialsArn',
  ], [
    'aws_api_gateway_account cloudwatch_role_arn',
    'aws_api_gateway_authorizer authorizer_credentials',
    'aws_api_gateway_integration credentials',
    'aws_apigatewayv2_authorizer authorizer_credentials_arn',
    'aws_apigatewayv2_integration credentials_arn',
  ]],
  ['appconfig', ['AWS::AppConfig::ConfigurationProfile RetrievalRoleArn'], ['aws_appconfig_configuration_profile retrieval_role_arn']],
  ['application-autoscaling', ['AWS::ApplicationAutoScaling::ScalableTarget RoleARN'], ['aws_appautoscaling_target role_arn']],
  ['appstream', ['AWS::AppStream::Fleet IamRoleArn', 'AWS::AppStream::ImageBuilder IamRoleArn'], ['aws_appstream_fleet iam_role_arn', 'aws_appstream_image_builder iam_role_arn']],
  ['appsync', [
    'AWS::AppSync::DataSource ServiceRoleArn',
    'AWS::AppSync::GraphQLApi LogConfig/CloudWatchLogsRoleArn',
    'AWS::AppSync::GraphQLApi MergedApiExecutionRoleArn',
  ], [
    'aws_appsync_datasource service_role_arn',
    'aws_appsync_graphql_api log_config/cloudwatch_logs_role_arn',
    'aws_appsync_graphql_api merged_api_execution_role_arn',
  ]],
  ['athena', ['AWS::Athena::WorkGroup WorkGroupConfiguration/ExecutionRole'], ['aws_athena_workgroup configuration/execution_role']],
  ['autoscaling', [
    'AWS::AutoScaling::AutoScalingGroup LifecycleHookSpecificationList/RoleARN',
    'AWS::AutoScaling::LifecycleHook RoleARN',
  ], ['aws_autoscaling_group initial_lifecycle_hook/role_arn', 'aws_autoscaling_lifecycle_hook role_arn']],
  ['backup', [
    'AWS::Backup::BackupSelection BackupSelection/IamRoleArn',
    'AWS::Backup::RestoreTestingSelection IamRoleArn',
  ], ['aws_backup_selection iam_role_arn', 'aws_backup_restore_testing_selection iam_role_arn']],
  ['batch', ['AWS::Batch::ComputeEnvironment ServiceRole'], ['aws_batch_compute_environment service_role']],
  ['bedrock', [
    'AWS::Bedrock::Agent AgentResourceRoleArn',
    'AWS::Bedrock::Flow ExecutionRoleArn',
    'AWS::Bedrock::KnowledgeBase RoleArn',
  ], ['aws_bedrockagent_agent agent_resource_role_arn', 'aws_bedrockagent_knowledge_base role_arn']],
  ['bedrock-agentcore', ['AWS::BedrockAgentCore::Gateway RoleArn', 'AWS::BedrockAgentCore::Runtime RoleArn'], []],
  ['budgets', ['AWS::Budgets::BudgetsAction ExecutionRoleArn'], ['aws_budgets_budget_action execution_role_arn']],
  ['build.apprunner', ['AWS::AppRunner::Service SourceConfiguration/AuthenticationConfiguration/AccessRoleArn'], ['aws_apprunner_service source_configuration/authentication_configuration/access_role_arn']],
  ['chatbot', [
    'AWS::Chatbot::MicrosoftTeamsChannelConfiguration IamRoleArn',
    'AWS::Chatbot::SlackChannelConfiguration IamRoleArn',
  ], ['aws_chatbot_slack_channel_configuration iam_role_arn', 'aws_chatbot_teams_channel_configuration iam_role_arn']],
  ['cloudformation', ['AWS::CloudFormation::StackSet AdministrationRoleARN'], ['aws_cloudformation_stack iam_role_arn', 'aws_cloudformation_stack_set administration_role_arn']],
  ['cloudtrail', ['AWS::CloudTrail::Trail CloudWatchLogsRoleArn'], ['aws_cloudtrail cloud_watch_logs_role_arn']],
  ['codebuild', [
    'AWS::CodeBuild::Fleet FleetServiceRole',
    'AWS::CodeBuild::Project BuildBatchConfig/ServiceRole',
    'AWS::CodeBuild::Project ServiceRole',
  ], ['aws_codebuild_fleet fleet_service_role', 'aws_codebuild_project build_batch_config/service_role', 'aws_codebuild_project service_role']],
  ['codedeploy', [
    'AWS::CodeDeploy::DeploymentGroup ServiceRoleArn',
    'AWS::Serverless::Function DeploymentPreference/Role',
  ], ['aws_codedeploy_deployment_group service_role_arn']],
  ['codepipeline', ['AWS::CodePipeline::Pipeline RoleArn'], ['aws_codepipeline role_arn']],
  ['cognito-idp', ['AWS::Cognito::UserPool SmsConfiguration/SnsCallerArn'], ['aws_cognito_user_pool sms_configuration/sns_caller_arn']],
  ['comprehend', [
    'AWS::Comprehend::DocumentClassifier DataAccessRoleArn',
    'AWS::Comprehend::EntityRecognizer DataAccessRoleArn',
  ], ['aws_comprehend_document_classifier data_access_role_arn', 'aws_comprehend_entity_recognizer data_access_role_arn']],
  ['config', [
    'AWS::Config::ConfigurationAggregator OrganizationAggregationSource/RoleArn',
    'AWS::Config::ConfigurationRecorder RoleARN',
  ], ['aws_config_configuration_aggregator organization_aggregation_source/role_arn', 'aws_config_configuration_recorder role_arn']],
  ['credentials.iot', ['AWS::IoT::RoleAlias RoleArn'], ['aws_iot_role_alias role_arn']],
  ['databrew', ['AWS::DataBrew::Job RoleArn', 'AWS::DataBrew::Project RoleArn'], []],
  ['datasync', [
    'AWS::DataSync::LocationEFS FileSystemAccessRoleArn',
    'AWS::DataSync::LocationS3 S3Config/BucketAccessRoleArn',
  ], ['aws_datasync_location_efs file_system_access_role_arn', 'aws_datasync_location_s3 s3_config/bucket_access_role_arn']],
  ['dax', ['AWS::DAX::Cluster IAMRoleARN'], ['aws_dax_cluster iam_role_arn']],
  ['dlm', ['AWS::DLM::LifecyclePolicy ExecutionRoleArn'], ['aws_dlm_lifecycle_policy execution_role_arn']],
  ['dms', [
    'AWS::DMS::Endpoint **/SecretsManagerAccessRoleArn',
    'AWS::DMS::Endpoint **/ServiceAccessRoleArn',
  ], [
    'aws_dms_endpoint **/service_access_role_arn',
    'aws_dms_endpoint secrets_manager_access_role_arn',
    'aws_dms_endpoint service_access_role',
    'aws_dms_s3_endpoint service_access_role_arn',
  ]],
  ['drt.shield', ['AWS::Shield::DRTAccess RoleArn'], ['aws_shield_drt_access_role_arn_association role_arn']],
  ['ec2', ['AWS::EKS::Cluster ComputeConfig/NodeRoleArn', 'AWS::EKS::Nodegroup NodeRole'], ['aws_eks_cluster compute_config/node_role_arn', 'aws_eks_node_group node_role_arn']],
  ['ecs', [
    'AWS::ECS::CapacityProvider ManagedInstancesProvider/InfrastructureRoleArn',
    'AWS::ECS::ExpressGatewayService InfrastructureRoleArn',
    'AWS::ECS::Service Role',
    'AWS::ECS::Service ServiceConnectConfiguration/Services/Tls/RoleArn',
    'AWS::ECS::Service VolumeConfigurations/ManagedEBSVolume/RoleArn',
    'AWS::ECS::Service VpcLatticeConfigurations/RoleArn',
  ], [
    'aws_ecs_service iam_role',
    'aws_ecs_service service_connect_configuration/service/tls/role_arn',
    'aws_ecs_service volume_configuration/managed_ebs_volume/role_arn',
    'aws_ecs_service vpc_lattice_configurations/role_arn',
  ]],
  ['ecs-tasks', [
    'AWS::Batch::JobDefinition ContainerProperties/ExecutionRoleArn',
    'AWS::Batch::JobDefinition ContainerProperties/JobRoleArn',
    'AWS::ECS::ExpressGatewayService ExecutionRoleArn',
    'AWS::ECS::ExpressGatewayService TaskRoleArn',
    'AWS::ECS::TaskDefinition ExecutionRoleArn',
    'AWS::ECS::TaskDefinition TaskRoleArn',
  ], ['aws_ecs_task_definition execution_role_arn', 'aws_ecs_task_definition task_role_arn']],
  ['eks', ['AWS::EKS::Cluster RoleArn'], ['aws_eks_cluster role_arn']],
  ['eks-fargate-pods', ['AWS::EKS::FargateProfile PodExecutionRoleArn'], ['aws_eks_fargate_profile pod_execution_role_arn']],
  ['elasticmapreduce', ['AWS::EMR::Cluster ServiceRole', 'AWS::EMR::Studio ServiceRole'], ['aws_emr_cluster service_role', 'aws_emr_studio service_role']],
  ['events', [
    'AWS::Events::Endpoint RoleArn',
    'AWS::Events::Rule RoleArn',
    'AWS::Events::Rule Targets/RoleArn',
  ], ['aws_cloudwatch_event_endpoint role_arn', 'aws_cloudwatch_event_rule role_arn', 'aws_cloudwatch_event_target role_arn']],
  ['firehose', ['AWS::KinesisFirehose::DeliveryStream **/RoleARN'], ['aws_kinesis_firehose_delivery_stream **/role_arn']],
  ['fis', ['AWS::FIS::ExperimentTemplate RoleArn'], ['aws_fis_experiment_template role_arn']],
  ['glue', [
    'AWS::Glue::Crawler Role',
    'AWS::Glue::DevEndpoint RoleArn',
    'AWS::Glue::Job Role',
    'AWS::Glue::MLTransform Role',
    'AWS::Glue::Session Role',
    'AWS::Glue::TableOptimizer TableOptimizerConfiguration/RoleArn',
  ], [
    'aws_glue_catalog_table_optimizer configuration/role_arn',
    'aws_glue_crawler role',
    'aws_glue_dev_endpoint role_arn',
    'aws_glue_job role_arn',
    'aws_glue_ml_transform role_arn',
  ]],
  ['grafana', ['AWS::Grafana::Workspace RoleArn'], ['aws_grafana_workspace role_arn']],
  ['iot', [
    'AWS::IoT::Logging RoleArn',
    'AWS::IoT::ProvisioningTemplate ProvisioningRoleArn',
    'AWS::IoT::TopicRule TopicRulePayload/**/RoleArn',
    'AWS::IoT::TopicRuleDestination VpcProperties/RoleArn',
  ], [
    'aws_iot_logging_options role_arn',
    'aws_iot_provisioning_template provisioning_role_arn',
    'aws_iot_topic_rule **/role_arn',
    'aws_iot_topic_rule_destination vpc_configuration/role_arn',
  ]],
  ['kafka', ['AWS::MSK::Replicator ServiceExecutionRoleArn'], ['aws_msk_replicator service_execution_role_arn']],
  ['kafkaconnect', ['AWS::KafkaConnect::Connector ServiceExecutionRoleArn'], ['aws_mskconnect_connector service_execution_role_arn']],
  ['kendra', ['AWS::Kendra::Index RoleArn'], ['aws_kendra_index role_arn']],
  ['kinesisanalytics', [
    'AWS::KinesisAnalytics::Application **/RoleARN',
    'AWS::KinesisAnalytics::ApplicationOutput **/RoleARN',
    'AWS::KinesisAnalyticsV2::Application ServiceExecutionRole',
  ], ['aws_kinesis_analytics_application **/role_arn', 'aws_kinesisanalyticsv2_application service_execution_role']],
  ['lakeformation', ['AWS::LakeFormation::Resource RoleArn'], ['aws_lakeformation_resource role_arn']],
  ['lambda', [
    'AWS::Lambda::Function Role',
    'AWS::Serverless::Function Role',
    'AWS::Synthetics::Canary ExecutionRoleArn',
  ], ['aws_lambda_function role', 'aws_synthetics_canary execution_role_arn']],
  ['lexv2', ['AWS::Lex::Bot RoleArn'], ['aws_lexv2models_bot role_arn']],
  ['logs', ['AWS::Logs::Destination RoleArn', 'AWS::Logs::SubscriptionFilter RoleArn'], ['aws_cloudwatch_log_destination role_arn', 'aws_cloudwatch_log_subscription_filter role_arn']],
  ['malware-protection-plan.guardduty', ['AWS::GuardDuty::MalwareProtectionPlan Role'], ['aws_guardduty_malware_protection_plan role']],
  ['medialive', ['AWS::MediaLive::Channel RoleArn'], ['aws_medialive_channel role_arn']],
  ['monitoring.rds', ['AWS::RDS::DBCluster MonitoringRoleArn', 'AWS::RDS::DBInstance MonitoringRoleArn'], ['aws_db_instance monitoring_role_arn', 'aws_rds_cluster monitoring_role_arn', 'aws_rds_cluster_instance monitoring_role_arn']],
  ['opensearchservice es', [
    'AWS::Elasticsearch::Domain CognitoOptions/RoleArn',
    'AWS::OpenSearchService::Domain CognitoOptions/RoleArn',
  ], ['aws_elasticsearch_domain cognito_options/role_arn', 'aws_opensearch_domain cognito_options/role_arn']],
  ['osis-pipelines', ['AWS::OSIS::Pipeline PipelineRoleArn'], []],
  ['pipes', ['AWS::Pipes::Pipe RoleArn'], ['aws_pipes_pipe role_arn']],
  ['pods.eks', ['AWS::EKS::Addon PodIdentityAssociations/RoleArn', 'AWS::EKS::PodIdentityAssociation RoleArn'], ['aws_eks_addon pod_identity_association/role_arn', 'aws_eks_pod_identity_association role_arn']],
  ['rds', [
    'AWS::Neptune::DBCluster AssociatedRoles/RoleArn',
    'AWS::RDS::DBCluster AssociatedRoles/RoleArn',
    'AWS::RDS::DBInstance AssociatedRoles/RoleArn',
    'AWS::RDS::DBProxy RoleArn',
  ], [
    'aws_db_instance_role_association role_arn',
    'aws_db_proxy role_arn',
    'aws_neptune_cluster iam_roles',
    'aws_rds_cluster iam_roles',
    'aws_rds_cluster_role_association role_arn',
  ]],
  ['redshift', ['AWS::Redshift::Cluster IamRoles'], ['aws_redshift_cluster iam_roles', 'aws_redshift_cluster_iam_roles iam_role_arns']],
  ['redshift-serverless redshift', ['AWS::RedshiftServerless::Namespace IamRoles'], ['aws_redshiftserverless_namespace iam_roles']],
  ['rekognition', ['AWS::Rekognition::StreamProcessor RoleArn'], ['aws_rekognition_stream_processor role_arn']],
  ['s3', ['AWS::S3::Bucket ReplicationConfiguration/Role'], ['aws_s3_bucket replication_configuration/role', 'aws_s3_bucket_replication_configuration role']],
  ['sagemaker', [
    'AWS::SageMaker::DataQualityJobDefinition RoleArn',
    'AWS::SageMaker::Domain DefaultSpaceSettings/ExecutionRole',
    'AWS::SageMaker::Domain DefaultUserSettings/ExecutionRole',
    'AWS::SageMaker::FeatureGroup RoleArn',
    'AWS::SageMaker::Image ImageRoleArn',
    'AWS::SageMaker::InferenceExperiment RoleArn',
    'AWS::SageMaker::MlflowTrackingServer RoleArn',
    'AWS::SageMaker::Model ExecutionRoleArn',
    'AWS::SageMaker::ModelBiasJobDefinition RoleArn',
    'AWS::SageMaker::ModelExplainabilityJobDefinition RoleArn',
    'AWS::SageMaker::ModelQualityJobDefinition RoleArn',
    'AWS::SageMaker::MonitoringSchedule MonitoringScheduleConfig/MonitoringJobDefinition/RoleArn',
    'AWS::SageMaker::NotebookInstance RoleArn',
    'AWS::SageMaker::Pipeline RoleArn',
    'AWS::SageMaker::UserProfile UserSettings/ExecutionRole',
  ], [
    'aws_sagemaker_data_quality_job_definition role_arn',
    'aws_sagemaker_domain default_space_settings/execution_role',
    'aws_sagemaker_domain default_user_settings/execution_role',
    'aws_sagemaker_feature_group role_arn',
    'aws_sagemaker_image role_arn',
    'aws_sagemaker_mlflow_tracking_server role_arn',
    'aws_sagemaker_model execution_role_arn',
    'aws_sagemaker_notebook_instance role_arn',
    'aws_sagemaker_pipeline role_arn',
    'aws_sagemaker_user_profile user_settings/execution_role',
  ]],
  ['scheduler', ['AWS::Scheduler::Schedule Target/RoleArn'], ['aws_scheduler_schedule target/role_arn']],
  ['scheduler.redshift', ['AWS::Redshift::ScheduledAction IamRole'], ['aws_redshift_scheduled_action iam_role']],
  ['servicecatalog', ['AWS::ServiceCatalog::LaunchRoleConstraint RoleArn'], []],
  ['sns', [
    'AWS::SNS::Subscription SubscriptionRoleArn',
    'AWS::SNS::Topic DeliveryStatusLogging/FailureFeedbackRoleArn',
    'AWS::SNS::Topic DeliveryStatusLogging/SuccessFeedbackRoleArn',
  ], [
    ...['application', 'firehose', 'http', 'lambda', 'sqs'].flatMap((protocol) => [
      `aws_sns_topic ${protocol}_failure_feedback_role_arn`,
      `aws_sns_topic ${protocol}_success_feedback_role_arn`,
    ]),
    'aws_sns_topic_subscription subscription_role_arn',
  ]],
  ['spotfleet', [
    'AWS::Batch::ComputeEnvironment ComputeResources/SpotIamFleetRole',
    'AWS::EC2::SpotFleet SpotFleetRequestConfigData/IamFleetRole',
  ], ['aws_batch_compute_environment compute_resources/spot_iam_fleet_role', 'aws_spot_fleet_request iam_fleet_role']],
  ['ssm', [
    'AWS::SSM::MaintenanceWindowTask ServiceRoleArn',
    'AWS::SSM::MaintenanceWindowTask TaskInvocationParameters/MaintenanceWindowRunCommandParameters/ServiceRoleArn',
  ], ['aws_ssm_activation iam_role', 'aws_ssm_maintenance_window_task service_role_arn']],
  ['states', ['AWS::Serverless::StateMachine Role', 'AWS::StepFunctions::StateMachine RoleArn'], ['aws_sfn_state_machine role_arn']],
  ['streams.metrics.cloudwatch', ['AWS::CloudWatch::MetricStream RoleArn'], ['aws_cloudwatch_metric_stream role_arn']],
  ['tasks.apprunner', ['AWS::AppRunner::Service InstanceConfiguration/InstanceRoleArn'], ['aws_apprunner_service instance_configuration/instance_role_arn']],
  ['timestream', ['AWS::Timestream::ScheduledQuery ScheduledQueryExecutionRoleArn'], ['aws_timestreamquery_scheduled_query execution_role_arn']],
  ['transfer', [
    'AWS::Transfer::Agreement AccessRole',
    'AWS::Transfer::Connector AccessRole',
    'AWS::Transfer::Connector LoggingRole',
    'AWS::Transfer::Server IdentityProviderDetails/InvocationRole',
    'AWS::Transfer::Server LoggingRole',
    'AWS::Transfer::Server WorkflowDetails/**/ExecutionRole',
    'AWS::Transfer::User Role',
  ], [
    'aws_transfer_access role',
    'aws_transfer_agreement access_role',
    'aws_transfer_connector access_role',
    'aws_transfer_connector logging_role',
    'aws_transfer_server invocation_role',
    'aws_transfer_server logging_role',
    'aws_transfer_server workflow_details/**/execution_role',
    'aws_transfer_user role',
  ]],
  ['vpc-flow-logs', ['AWS::EC2::FlowLog DeliverLogsPermissionArn'], ['aws_flow_log iam_role_arn']],
]; // prettier-ignore

/** Instance profiles, whose role EC2 assumes. */
const profiles: Row = ['ec2', [
  'AWS::AutoScaling::LaunchConfiguration IamInstanceProfile',
  'AWS::Batch::ComputeEnvironment ComputeResources/InstanceRole',
  'AWS::EC2::Instance IamInstanceProfile',
  'AWS::EC2::LaunchTemplate LaunchTemplateData/IamInstanceProfile/Arn',
  'AWS::EC2::LaunchTemplate LaunchTemplateData/IamInstanceProfile/Name',
  'AWS::EC2::SpotFleet SpotFleetRequestConfigData/LaunchSpecifications/IamInstanceProfile/Arn',
  'AWS::ECS::CapacityProvider ManagedInstancesProvider/InstanceLaunchTemplate/Ec2InstanceProfileArn',
  'AWS::EMR::Cluster JobFlowRole',
  'AWS::ImageBuilder::InfrastructureConfiguration InstanceProfileName',
  'AWS::PCS::ComputeNodeGroup IamInstanceProfileArn',
  'AWS::RDS::DBInstance CustomIAMInstanceProfile',
], [
  'aws_batch_compute_environment compute_resources/instance_role',
  'aws_db_instance custom_iam_instance_profile',
  'aws_emr_cluster ec2_attributes/instance_profile',
  'aws_imagebuilder_infrastructure_configuration instance_profile_name',
  'aws_instance iam_instance_profile',
  'aws_launch_configuration iam_instance_profile',
  'aws_launch_template iam_instance_profile/arn',
  'aws_launch_template iam_instance_profile/name',
  'aws_spot_fleet_request launch_specification/iam_instance_profile',
  'aws_spot_fleet_request launch_specification/iam_instance_profile_arn',
  'aws_spot_instance_request iam_instance_profile',
]]; // prettier-ignore

/** CloudFormation's properties that take a role or a profile, by resource type. */
export const cloudFormationUses = lazily(() => byType(([, properties]) => properties));

/** Terraform's arguments, by resource type. */
export const terraformUses = lazily(() => byType(([, , argumentsOf]) => argumentsOf));

function byType(placesOf: (row: Row) => readonly string[]): RoleUses {
  const uses = new Map<string, RoleUse[]>();
  const add = (row: Row, wants: RoleUse['wants']) => {
    const services = row[0].split(' ').map((name) => `${name}.amazonaws.com`);
    for (const place of placesOf(row)) {
      const [type = '', path = ''] = place.split(' ');
      uses.set(type, [...(uses.get(type) ?? []), { wants, path: path.split('/'), services }]);
    }
  };
  for (const row of roles) add(row, 'role');
  add(profiles, 'profile');
  return uses;
}
