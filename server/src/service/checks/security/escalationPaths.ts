/** Permissions that together let their holder get more than was given. */
export interface EscalationPath {
  /** All are needed; lower case. */
  readonly actions: readonly string[];
  /** What the holder can do, as the rest of "Whoever has this can …". */
  readonly can: string;
  /** Who published it. */
  readonly source: string;
}

const from =
  (source: string) =>
  (actions: string, can: string): EscalationPath => ({ actions: actions.split(' '), can, source });

const rhino = from('https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/');
const bishopFox = from('https://github.com/BishopFox/iam-vulnerable');
const prowler = from(
  'https://github.com/prowler-cloud/prowler/blob/master/prowler/providers/aws/services/iam/lib/privilege_escalation.py',
);
const serialConsole = from(
  'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-access-to-serial-console.html',
);
/** A path of https://github.com/DataDog/pathfinding.cloud. */
const pathfinding = (id: string, actions: string, can: string): EscalationPath =>
  from(`https://pathfinding.cloud/paths/${id}`)(actions, can);

const runsInstances = 'start an instance with any role and use its credentials';
const runsFunctions = 'run code as any role that Lambda may assume';
const runsContainers = 'run containers as any role that tasks of ECS may assume';
const runsJobs = 'run jobs as any role that Glue may assume';
const runsBuilds = 'run builds as any role that CodeBuild may assume';
const makesAnything = 'have CloudFormation make anything as any role it may assume';
const actsAsProject = 'run commands of their own in any build project and act as its role';

/** Ways from some permissions to others, each with who published it. */
export const escalationPaths: readonly EscalationPath[] = [
  rhino('iam:createpolicyversion', 'rewrite any policy, their own included'),
  rhino('iam:setdefaultpolicyversion', 'bring back an older, wider version of a policy'),
  rhino('iam:attachuserpolicy', 'give any user, themselves included, any policy'),
  rhino('iam:attachgrouppolicy', 'give any group, their own included, any policy'),
  rhino('iam:attachrolepolicy', 'give any role, their own included, any policy'),
  rhino('iam:putuserpolicy', 'write any user, themselves included, any permissions'),
  rhino('iam:putgrouppolicy', 'write any group, their own included, any permissions'),
  rhino('iam:putrolepolicy', 'write any role, their own included, any permissions'),
  rhino('iam:addusertogroup', 'join any group'),
  rhino('iam:createaccesskey', 'make access keys for any user'),
  rhino('iam:createloginprofile', 'set a password for any user who has none'),
  rhino('iam:updateloginprofile', 'change the password of any user'),
  prowler('iam:updateassumerolepolicy', 'let themselves into any role'),
  rhino('iam:passrole ec2:runinstances', runsInstances),
  rhino('iam:passrole lambda:createfunction lambda:invokefunction', runsFunctions),
  rhino('iam:passrole lambda:createfunction lambda:createeventsourcemapping', runsFunctions),
  prowler('iam:passrole lambda:createfunction lambda:addpermission', runsFunctions),
  rhino('iam:passrole glue:createdevendpoint', 'work as any role that Glue may assume'),
  rhino('iam:passrole cloudformation:createstack', makesAnything),
  rhino(
    'iam:passrole datapipeline:createpipeline datapipeline:putpipelinedefinition',
    'run commands as any role that Data Pipeline may assume',
  ),
  pathfinding(
    'sagemaker-001',
    'iam:passrole sagemaker:createnotebookinstance',
    'work as any role that SageMaker may assume',
  ),
  bishopFox('iam:passrole sagemaker:createtrainingjob', 'run code as any role that SageMaker may assume'),
  bishopFox('iam:passrole sagemaker:createprocessingjob', 'run code as any role that SageMaker may assume'),
  bishopFox('iam:passrole codebuild:createproject codebuild:startbuild', runsBuilds),
  bishopFox('iam:passrole codebuild:createproject codebuild:startbuildbatch', runsBuilds),
  rhino('lambda:updatefunctioncode', 'replace the code of any function and act as its role'),
  rhino(
    'lambda:updatefunctionconfiguration',
    'put a layer of their own over any function and act as its role',
  ),
  bishopFox('cloudformation:updatestack', 'change any stack and have it make anything as its role'),
  rhino(
    'sagemaker:createpresignednotebookinstanceurl',
    'get into any notebook instance of SageMaker and act as its role',
  ),
  bishopFox(
    'ec2-instance-connect:sendsshpublickey',
    'log in to any instance they can reach and act as its role',
  ),
  serialConsole(
    'ec2-instance-connect:sendserialconsolesshpublickey',
    'log in to the serial console of any instance and act as its role',
  ),
  rhino('glue:updatedevendpoint', 'get into any development endpoint of Glue and act as its role'),
  bishopFox('ssm:sendcommand', 'run commands on any managed instance and act as its role'),
  bishopFox('ssm:startsession', 'log in to any managed instance and act as its role'),

  prowler('iam:passrole ec2:requestspotinstances', runsInstances),
  prowler(
    'iam:passrole autoscaling:createautoscalinggroup autoscaling:createlaunchconfiguration',
    runsInstances,
  ),
  prowler(
    'iam:passrole autoscaling:updateautoscalinggroup autoscaling:createlaunchconfiguration',
    runsInstances,
  ),
  pathfinding(
    'ec2-002',
    'ec2:modifyinstanceattribute ec2:stopinstances ec2:startinstances',
    'have any instance run commands when it starts and act as its role',
  ),
  pathfinding(
    'ec2-005',
    'ec2:createlaunchtemplateversion ec2:modifylaunchtemplate',
    'have the instances of any launch template run commands and act as their role',
  ),
  prowler('iam:passrole ecs:registertaskdefinition ecs:createservice', runsContainers),
  pathfinding('ecs-004', 'iam:passrole ecs:registertaskdefinition ecs:runtask', runsContainers),
  pathfinding('ecs-009', 'iam:passrole ecs:starttask', runsContainers),
  prowler('iam:passrole ecs:runtask', runsContainers),
  prowler('ecs:executecommand ecs:describetasks', 'get into any running task and act as its role'),
  prowler('iam:passrole glue:createjob glue:startjobrun', runsJobs),
  prowler('iam:passrole glue:createjob glue:createtrigger', runsJobs),
  prowler('iam:passrole glue:updatejob glue:startjobrun', runsJobs),
  prowler('iam:passrole glue:updatejob glue:createtrigger', runsJobs),
  pathfinding(
    'glue-007',
    'iam:passrole glue:createsession glue:runstatement',
    'work as any role that Glue may assume',
  ),
  prowler('iam:passrole cloudformation:createstackset cloudformation:createstackinstances', makesAnything),
  prowler('iam:passrole cloudformation:updatestackset', makesAnything),
  prowler(
    'cloudformation:createchangeset cloudformation:executechangeset',
    'change any stack and have it make anything as its role',
  ),
  prowler('codebuild:startbuild', actsAsProject),
  prowler('codebuild:startbuildbatch', actsAsProject),
  prowler(
    'sagemaker:createnotebookinstancelifecycleconfig sagemaker:stopnotebookinstance sagemaker:updatenotebookinstance sagemaker:startnotebookinstance',
    'have any notebook instance of SageMaker run commands when it starts and act as its role',
  ),
  prowler('iam:passrole apprunner:createservice', 'run code as any role that App Runner may assume'),
  prowler('apprunner:updateservice', 'replace the code of any App Runner service and act as its role'),
  prowler(
    'iam:passrole bedrock-agentcore:createcodeinterpreter bedrock-agentcore:invokecodeinterpreter',
    'run code as any role that Bedrock AgentCore may assume',
  ),
  prowler(
    'bedrock-agentcore:startcodeinterpretersession bedrock-agentcore:invokecodeinterpreter',
    'run code in any code interpreter of Bedrock AgentCore and act as its role',
  ),
  pathfinding(
    'bedrock-007',
    'bedrock-agentcore:startbrowsersession bedrock-agentcore:connectbrowserautomationstream',
    'steer any browser of Bedrock AgentCore and act as its role',
  ),
  pathfinding(
    'batch-001',
    'iam:passrole batch:registerjobdefinition batch:submitjob',
    'run jobs as any role that tasks of ECS may assume',
  ),
  pathfinding(
    'batch-002',
    'batch:submitjob',
    'run commands of their own in any job of Batch and act as its role',
  ),
  pathfinding('braket-001', 'iam:passrole braket:createjob', 'run code as any role that Braket may assume'),
  pathfinding(
    'codedeploy-001',
    'codedeploy:createdeployment codedeploy:registerapplicationrevision codedeploy:getdeploymentconfig',
    'run commands on any instance that CodeDeploy deploys to and act as its role',
  ),
  pathfinding(
    'cognitoidentity-001',
    'iam:passrole cognito-identity:setidentitypoolroles',
    'give the users of an identity pool any role that Cognito may assume',
  ),
  pathfinding('emr-001', 'iam:passrole elasticmapreduce:runjobflow', runsInstances),
  pathfinding(
    'emrserverless-001',
    'iam:passrole emr-serverless:createapplication emr-serverless:startjobrun',
    'run jobs as any role that EMR Serverless may assume',
  ),
  pathfinding(
    'gamelift-001',
    'iam:passrole gamelift:createbuild gamelift:createfleet gamelift:requestuploadcredentials',
    'run code as any role that GameLift may assume',
  ),
  pathfinding(
    'imagebuilder-001',
    'iam:passrole imagebuilder:createcomponent imagebuilder:createimagerecipe imagebuilder:createinfrastructureconfiguration imagebuilder:createimage',
    'have Image Builder run commands on an instance with any role',
  ),
  pathfinding(
    'kinesisanalytics-001',
    'iam:passrole kinesisanalytics:createapplication kinesisanalytics:startapplication',
    'run code as any role that Managed Service for Apache Flink may assume',
  ),
  pathfinding(
    'omics-001',
    'iam:passrole omics:createworkflow omics:startrun s3:getobject',
    'run workflows as any role that HealthOmics may assume',
  ),
  pathfinding(
    'scheduler-001',
    'iam:passrole scheduler:createschedule',
    'call the API of any service as any role that EventBridge Scheduler may assume',
  ),
  pathfinding(
    'ssm-003',
    'iam:passrole ssm:createdocument ssm:startautomationexecution',
    'run automations as any role that Systems Manager may assume',
  ),
  pathfinding(
    'stepfunctions-001',
    'iam:passrole states:createstatemachine states:startexecution',
    'call the API of any service as any role that Step Functions may assume',
  ),
  pathfinding(
    'stepfunctions-002',
    'states:updatestatemachine states:startexecution',
    'change any state machine and act as its role',
  ),
  pathfinding('iam-022', 'iam:deleteuserpermissionsboundary', 'take the permissions boundary off any user'),
  pathfinding(
    'iam-023',
    'iam:deleterolepermissionsboundary sts:assumerole',
    'take the permissions boundary off any role',
  ),
  pathfinding(
    'sso-002',
    'sso:attachmanagedpolicytopermissionset',
    'give any permission set of IAM Identity Center any policy',
  ),
  pathfinding(
    'sso-003',
    'sso:putinlinepolicytopermissionset',
    'write any permission set of IAM Identity Center any permissions',
  ),
];

/** All actions of the paths. */
export const escalationActions: readonly string[] = [
  ...new Set(escalationPaths.flatMap(({ actions }) => actions)),
];

/** Service prefixes that any path goes through. */
export const escalationPrefixes: ReadonlySet<string> = new Set(
  escalationActions.map((action) => action.slice(0, action.indexOf(':'))),
);

const actionsByPrefix = new Map<string, string[]>();
for (const action of escalationActions) {
  const prefix = action.slice(0, action.indexOf(':'));
  actionsByPrefix.set(prefix, [...(actionsByPrefix.get(prefix) ?? []), action]);
}

/** Actions of the paths that a pattern can be about: those of its service, all if that is written with wildcards. */
export function escalationActionsOf(prefix: string | undefined): readonly string[] {
  return actionsByPrefix.get(prefix ?? '') ?? escalationActions;
}
